import { useState } from "preact/hooks";
import { SYSTEMS_MAX, systemNames, type Typed } from "./calculator-input.ts";
import { useCalculatorWords } from "./use-calculator-words.ts";

type RowsProps = { typed: Typed; onTyped: (name: string, text: string) => void };

const isUsed = (typed: Typed, n: number) =>
  Object.values(systemNames(n)).some((name) => (typed[name] ?? "") !== "");

const lastUsed = (typed: Typed): number =>
  Array.from({ length: SYSTEMS_MAX }, (_, i) => i + 1).findLast((n) => isUsed(typed, n)) ?? 0;

const LEAST_SHOWN = 2;

/** The systems of an integrated audit, a row each. */
export function SystemRows(props: RowsProps) {
  const words = useCalculatorWords();
  const [added, setAdded] = useState(LEAST_SHOWN);
  const shown = Math.min(SYSTEMS_MAX, Math.max(added, lastUsed(props.typed)));
  const text = (name: string, label: string, inputMode: "text" | "decimal") => (
    <label>
      {label}
      <input
        type="text"
        inputMode={inputMode}
        value={props.typed[name] ?? ""}
        onInput={(event) => props.onTyped(name, event.currentTarget.value)}
      />
    </label>
  );
  return (
    <>
      <p>{words.systems}</p>
      {Array.from({ length: shown }, (_, i) => systemNames(i + 1)).map((names, i) => (
        <fieldset class="filters" key={names.system}>
          <legend class="small">{words.systemNo(i + 1)}</legend>
          {text(names.system, words.fields.system, "text")}
          {text(names.personDays, `${words.fields.personDays} (${words.units.days})`, "decimal")}
          {text(names.tableDays, words.fields.tableDays, "decimal")}
        </fieldset>
      ))}
      {shown < SYSTEMS_MAX && (
        <p class="buttons">
          <button type="button" class="button button-quiet" onClick={() => setAdded(shown + 1)}>
            {words.addSystem}
          </button>
        </p>
      )}
    </>
  );
}
