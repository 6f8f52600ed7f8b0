/** @jsxImportSource react */
import { type ReactNode, useId } from "react";

type ChoiceField = {
  label: string;
  /** Place in `options` of what is chosen. */
  value: number;
  options: readonly { key: string; text: string }[];
  choose: (place: number) => void;
  /** What the choice means, below it. */
  children?: ReactNode;
};

/** One of a list, by its place there. */
export function ChoiceField({ label, value, options, choose, children }: ChoiceField) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        value={value}
        onChange={({ target }) => choose(Number(target.value))}
      >
        {options.map(({ key, text }, place) => (
          <option key={key} value={place}>
            {text}
          </option>
        ))}
      </select>
      {children}
    </div>
  );
}
