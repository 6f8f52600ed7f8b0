import type { WhatIfChoices } from "@suzheng/api-contract";

export type Parameter = WhatIfChoices["packs"][number]["parameters"][number];
type Value = number | string | boolean;

/** What was typed as a value of the parameter's own kind; null where it is none. */
export function parameterValue({ value }: Pick<Parameter, "value">, typed: string): Value | null {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return null;
  if (typeof value === "boolean") {
    if (text === "true" || text === "false") return text === "true";
    return null;
  }
  if (typeof value === "string") return text;
  // A parameter whose value is not known yet is a number more often than not.
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  return value === null ? text : null;
}

export type Changed = { values: Record<string, Value>; unreadable: readonly string[] };

/** Of what was typed by parameter, the values that differ from the published ones. */
export function changedParameters(
  parameters: readonly Parameter[],
  typed: Readonly<Record<string, string>>,
): Changed {
  const values: Record<string, Value> = {};
  const unreadable: string[] = [];
  for (const parameter of parameters) {
    const text = typed[parameter.id] ?? "";
    if (text.trim() === "") continue;
    const value = parameterValue(parameter, text);
    if (value === null) unreadable.push(parameter.id);
    else if (value !== parameter.value) values[parameter.id] = value;
  }
  return { values, unreadable };
}
