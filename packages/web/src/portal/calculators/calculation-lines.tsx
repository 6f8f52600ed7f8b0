import type { CalculationLine } from "@suzheng/api-contract";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { UnconfirmedChip } from "../shell/chip.tsx";
import { useCalculatorWords, wordFor } from "./use-calculator-words.ts";

type Confidence = CalculationLine["confidence"];

/** How sure a value is, with the mark of those not compared with the official text. */
export function Sureness(props: { of: Confidence }) {
  const { t } = useWords();
  return (
    <>
      {props.of !== "high" && <UnconfirmedChip />} {t.rulesSection.confidence[props.of]}
    </>
  );
}

function shown(value: CalculationLine["value"], words: ReturnType<typeof useCalculatorWords>) {
  if (value === null) return words.notKnown;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  return String(value);
}

/** Every step with its source. */
export function CalculationLines(props: { lines: readonly CalculationLine[] }) {
  const { language } = useWords();
  const words = useCalculatorWords();
  if (props.lines.length === 0) return null;
  return (
    <section class="scroll" aria-labelledby="steps-title">
      <h3 id="steps-title">{words.steps}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.step}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.source}</th>
            <th scope="col">{words.confidence}</th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <tr key={`${line.what.en}${line.source}`}>
              <th scope="row">{pick(line.what, language)}</th>
              <td class="nowrap">
                {shown(line.value, words)} {line.unit && pick(line.unit, language)}
              </td>
              <td>{wordFor(words.sources, line.source)}</td>
              <td class="nowrap">
                <Sureness of={line.confidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
