import type { CalculatorAnswer } from "@suzheng/api-contract";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import type { Field } from "./calculator-fields.ts";
import type { Typed } from "./calculator-input.ts";
import { useCalculatorWords, wordFor } from "./use-calculator-words.ts";

type FieldProps = {
  field: Field;
  conditions: CalculatorAnswer["conditions"];
  typed: Typed;
  onTyped: (name: string, text: string) => void;
};

function useLabel({ field, conditions }: FieldProps): string {
  const { language } = useWords();
  const words = useCalculatorWords();
  const condition = conditions.find(({ id }) => id === field.name);
  return condition ? pick(condition.what, language) : wordFor(words.fields, field.name);
}

/** The first option is that nothing was said. */
function Choice(props: FieldProps & { options: readonly [string, string][]; empty: string }) {
  const { field, typed, onTyped, options, empty } = props;
  return (
    <select
      id={`f-${field.name}`}
      required={field.type === "choice" && field.isOptional !== true}
      value={typed[field.name] ?? ""}
      aria-describedby={`h-${field.name}`}
      onChange={(event) => onTyped(field.name, event.currentTarget.value)}
    >
      <option value="">{empty}</option>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Control(props: FieldProps) {
  const { field, typed, onTyped } = props;
  const words = useCalculatorWords();
  const isOptional = "isOptional" in field && field.isOptional === true;
  switch (field.type) {
    case "choice": {
      const options = field.options.map(
        (name) => [name, wordFor(words.options, name)] as [string, string],
      );
      return (
        <Choice {...props} options={options} empty={isOptional ? words.notSaid : words.choose} />
      );
    }
    case "answer": {
      const options: [string, string][] = [
        ["yes", words.yes],
        ["no", words.no],
      ];
      return <Choice {...props} options={options} empty={words.notKnown} />;
    }
    case "yes-no":
      return <Choice {...props} options={[["no", words.no]]} empty={words.yes} />;
    case "number":
    case "day": {
      const asked = {
        id: `f-${field.name}`,
        required: !isOptional,
        value: typed[field.name] ?? "",
        "aria-describedby": `h-${field.name}`,
      };
      const onInput = (event: { currentTarget: HTMLInputElement }) =>
        onTyped(field.name, event.currentTarget.value);
      return field.type === "day" ? (
        <input type="date" {...asked} onInput={onInput} />
      ) : (
        <input type="text" inputMode="decimal" {...asked} onInput={onInput} />
      );
    }
  }
}

/** One question with its unit and help. */
export function FieldInput(props: FieldProps) {
  const { field } = props;
  const words = useCalculatorWords();
  const label = useLabel(props);
  const help: Record<string, string> = words.help;
  const unit = field.type === "number" ? wordFor(words.units, field.unit) : null;
  const isOptional = "isOptional" in field && field.isOptional === true;
  const hints = [isOptional ? words.optional : null, help[field.name]].filter(Boolean);
  return (
    <div class="asked">
      <label for={`f-${field.name}`}>{label}</label>
      <div class="asked-value">
        <Control {...props} /> {unit && <span class="small">{unit}</span>}
      </div>
      <p class="small" id={`h-${field.name}`}>
        {hints.join(" · ")}
      </p>
    </div>
  );
}
