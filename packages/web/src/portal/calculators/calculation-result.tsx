import type { Calculation, CalculatorAnswer } from "@suzheng/api-contract";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { CopyButton } from "../rules/copy-button.tsx";
import { Icon } from "../shell/icon.tsx";
import { CalculationLines, Sureness } from "./calculation-lines.tsx";
import { useCalculatorWords, wordFor } from "./use-calculator-words.ts";

type ResultProps = { calculation: Calculation; calculator: CalculatorAnswer };

/** Fields of the result in words, the one asked for first. */
function ResultFields(props: ResultProps) {
  const { language } = useWords();
  const words = useCalculatorWords();
  const { calculation, calculator } = props;
  const units: Record<string, string> = words.resultUnits;
  const conditionName = (id: unknown) => {
    const condition = calculator.conditions.find((one) => one.id === id);
    return condition ? pick(condition.what, language) : String(id);
  };
  const shown = (name: string, value: unknown): string => {
    if (value === null) return "–";
    if (typeof value === "boolean") return value ? words.yes : words.no;
    if (Array.isArray(value)) return value.map(conditionName).join("; ") || "–";
    const word = typeof value === "string" ? wordFor(words.options, value) : String(value);
    return units[name] === undefined ? word : `${word} ${units[name]}`;
  };
  return (
    <dl class="facts">
      {RESULT_ORDER.filter((name) => name in (calculation.result ?? {})).map((name) => (
        <div class="fact" key={name}>
          <dt>{words.results[name]}</dt>
          <dd>{shown(name, calculation.result?.[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

const RESULT_ORDER = [
  "answer",
  "latestOn",
  "open",
  "personDays",
  "hours",
  "onSiteDaysMin",
  "tableDays",
  "sitesInSample",
  "randomSitesMin",
  "visits",
  "sumDays",
  "exactDays",
  "roundedBelowLimit",
  "overallReductionPercent",
] as const;

/** What came out, or why nothing could be told, with every step. */
export function CalculationResult(props: ResultProps) {
  const { language } = useWords();
  const words = useCalculatorWords();
  const { calculation } = props;
  return (
    <>
      {calculation.reason ? (
        <div class="notice">
          <h3>
            <Icon name="question" /> {words.cannotTell}
          </h3>
          <p>{pick(calculation.reason.message, language)}</p>
          <p class="small">{calculation.reason.code}</p>
        </div>
      ) : (
        <ResultFields {...props} />
      )}
      {calculation.confidence && (
        <p>
          {words.weakest}: <Sureness of={calculation.confidence} />
        </p>
      )}
      <CalculationLines lines={calculation.lines} />
      <p class="buttons">
        <CopyButton text={() => location.href} label={words.share} />{" "}
        <button type="button" class="button button-quiet" onClick={() => window.print()}>
          <Icon name="print" /> {words.print}
        </button>
      </p>
    </>
  );
}
