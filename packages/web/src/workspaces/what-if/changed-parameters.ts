import type { WhatIfChoices } from "@suzheng/api-contract";

export type Parameter = WhatIfChoices["packs"][number]["parameters"][number];
type Value = number | string | boolean;

/** What was typed as a value of the parameter's own kind; null where it is none. */
export function parameterValue(
  { value, unit }: Pick<Parameter, "value" | "unit">,
  typed: string,
): Value | null {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return null;
  if (typeof value === "boolean") {
    if (text === "true" || text === "false") return text === "true";
    return null;
  }
  if (typeof value === "string") return text;
  // A parameter whose value is not known yet is a number more often than not.
  const number = Number(text);
  if (Number.isFinite(number)) return fitsUnit(number, unit) ? number : null;
  return value === null ? text : null;
}

/** What is counted whole; hours and person-days are not. */
const WHOLE = /^(?:天|日|工作日|月|次|次月日|张|人|名|家|分)(?:\/|$)/;
const SHARE = "比例";

/** No rule counts less than nothing, and no share is more than the whole. */
const fitsUnit = (value: number, unit: string | null): boolean =>
  value >= 0 &&
  (unit !== SHARE || value <= 1) &&
  (unit === null || !WHOLE.test(unit) || Number.isInteger(value));

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
