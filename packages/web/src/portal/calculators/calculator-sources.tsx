import type { CalculatorAnswer } from "@suzheng/api-contract";
import { apiPaths } from "../api/paths.ts";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { SourceList } from "../rules/version/source-list.tsx";
import { SourceText } from "../rules/version/source-text.tsx";
import { Sureness } from "./calculation-lines.tsx";
import { useCalculatorWords } from "./use-calculator-words.ts";

function Parameters(props: { calculator: CalculatorAnswer }) {
  const { language } = useWords();
  const words = useCalculatorWords();
  return (
    <section aria-labelledby="values-title">
      <h2 id="values-title">{words.parameters}</h2>
      <ul class="rows">
        {props.calculator.parameters.map((parameter) => (
          <li class="value-row" key={parameter.id}>
            <p>
              {pick(parameter.what, language)} <strong>{parameter.value ?? words.notFound}</strong>{" "}
              {parameter.unit && pick(parameter.unit, language)}
            </p>
            <p class="small">
              <SourceText text={parameter.source} sources={props.calculator.sources} /> ·{" "}
              <Sureness of={parameter.confidence} />
            </p>
            {parameter.note && <p class="small">{pick(parameter.note, language)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the calculator rests on, and what it leaves out. */
export function CalculatorSources(props: { calculator: CalculatorAnswer }) {
  const { calculator } = props;
  const { language } = useWords();
  const words = useCalculatorWords();
  const { id, version } = calculator;
  return (
    <>
      <h2>{words.edition}</h2>
      <p>{pick(calculator.edition, language)}</p>
      <Parameters calculator={calculator} />
      <h2>{words.notes}</h2>
      <ul class="rows">
        {calculator.notes.map((note) => (
          <li class="value-row" key={note.what.zh}>
            <p>{pick(note.what, language)}</p>
            <p class="small">
              <SourceText text={note.source} sources={calculator.sources} /> ·{" "}
              <Sureness of={note.confidence} />
            </p>
          </li>
        ))}
      </ul>
      <SourceList sources={calculator.sources} />
      <p class="buttons">
        <a href={apiPaths.vectors(id, version)} download={`${id}-${version}-vectors.json`}>
          {words.vectors(calculator.vectors)}
        </a>
      </p>
      <p>
        <a href={apiPaths.calculator(id, version)} target="_blank" rel="noopener">
          {words.document}
        </a>
      </p>
      <p class="small">
        {words.hash} <code class="hash">{calculator.contentHash}</code>
      </p>
    </>
  );
}
