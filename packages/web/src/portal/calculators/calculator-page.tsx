import type { CalculatorAnswer } from "@suzheng/api-contract";
import { useLocation, useRoute } from "preact-iso";
import { apiPaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { ForAnswer } from "../shell/states.tsx";
import { usePageTitle } from "../shell/use-page.ts";
import { CalculationResult } from "./calculation-result.tsx";
import { CalculatorForm } from "./calculator-form.tsx";
import { CalculatorSources } from "./calculator-sources.tsx";
import { useCalculation } from "./use-calculation.ts";
import { useCalculatorWords } from "./use-calculator-words.ts";

function Outcome(props: { calculator: CalculatorAnswer }) {
  const words = useCalculatorWords();
  const { query } = useLocation();
  const calculation = useCalculation(props.calculator, query);
  return (
    <section aria-labelledby="result-title" aria-live="polite">
      <h2 id="result-title">{words.result}</h2>
      {calculation === null ? (
        <p class="absent">{words.fillFirst}</p>
      ) : (
        <ForAnswer answer={calculation} lines={4}>
          {(value) => <CalculationResult calculation={value} calculator={props.calculator} />}
        </ForAnswer>
      )}
    </section>
  );
}

export function CalculatorPage() {
  const { language } = useWords();
  const words = useCalculatorWords();
  const { id = "", version = "" } = useRoute().params;
  const answer = useAnswer<CalculatorAnswer>(apiPaths.calculator(id, version));
  usePageTitle(answer.state === "ready" ? words.kind[answer.value.kind] : words.title);
  return (
    <div class="narrow page">
      <p class="crumb">
        <Go to="/calculators">{words.title}</Go>
      </p>
      <ForAnswer answer={answer} lines={10}>
        {(calculator) => (
          <>
            <h1>{words.kind[calculator.kind]}</h1>
            <p class="lead">
              <span class="code">{calculator.number}</span> {pick(calculator.title, language)} ·{" "}
              {pick(calculator.issuer, language)}
            </p>
            <CalculatorForm calculator={calculator} />
            <Outcome calculator={calculator} />
            <CalculatorSources calculator={calculator} />
          </>
        )}
      </ForAnswer>
    </div>
  );
}
