import type { CalculatorAnswer } from "@suzheng/api-contract";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { FIELDS } from "./calculator-fields.ts";
import type { Typed } from "./calculator-input.ts";
import { FieldInput } from "./field-input.tsx";
import { SystemRows } from "./system-rows.tsx";
import { useCalculatorWords } from "./use-calculator-words.ts";

/** The address with the case in its query; what is not about the case stays. */
function withCase(url: string, typed: Typed): string {
  const address = new URL(url, window.location.origin);
  for (const [name, text] of Object.entries(typed)) {
    if (text === "") address.searchParams.delete(name);
    else address.searchParams.set(name, text);
  }
  return address.pathname + address.search;
}

/** Asks for a case and puts it into the address, from which it is calculated. */
export function CalculatorForm(props: { calculator: CalculatorAnswer }) {
  const { calculator } = props;
  const { url, query, route } = useLocation();
  const words = useCalculatorWords();
  const [typed, setTyped] = useState<Typed>(query);
  useEffect(() => setTyped(query), [url]);
  const onTyped = (name: string, text: string) => setTyped((now) => ({ ...now, [name]: text }));
  const calculate = (event: Event) => {
    event.preventDefault();
    const { lang: _, ...own } = typed;
    route(withCase(url, own));
  };
  return (
    <form class="case-form" onSubmit={calculate} aria-labelledby="case-title">
      <h2 id="case-title">{words.case}</h2>
      {FIELDS[calculator.kind].map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          conditions={calculator.conditions}
          typed={typed}
          onTyped={onTyped}
        />
      ))}
      {calculator.kind === "integrated-audit-time" && (
        <SystemRows typed={typed} onTyped={onTyped} />
      )}
      <p class="buttons">
        <button type="submit" class="button">
          {words.calculate}
        </button>
      </p>
    </form>
  );
}
