import type { CalculatorList } from "@suzheng/api-contract";
import { apiPaths, pagePaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { ForAnswer } from "../shell/states.tsx";
import { usePageTitle } from "../shell/use-page.ts";
import { useCalculatorWords } from "./use-calculator-words.ts";

export function CalculatorsPage() {
  const { language } = useWords();
  const words = useCalculatorWords();
  const answer = useAnswer<CalculatorList>(apiPaths.calculators);
  usePageTitle(words.title);
  return (
    <div class="narrow page">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ForAnswer answer={answer}>
        {({ items }) => (
          <ul class="rows">
            {items.map(({ id, version, kind, number, title }) => (
              <li key={`${id} ${version}`}>
                <Go to={pagePaths.calculator(id, version)} class="row">
                  <span class="row-title">{words.kind[kind]}</span>
                  <span class="row-detail small">
                    <span class="code">{number}</span>
                    <span>{pick(title, language)}</span>
                  </span>
                </Go>
              </li>
            ))}
          </ul>
        )}
      </ForAnswer>
    </div>
  );
}
