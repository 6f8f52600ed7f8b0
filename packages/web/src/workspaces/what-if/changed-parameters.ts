import type { WhatIfChoices } from "@suzheng/api-contract";
import { validDate } from "../../portal/dates/dates.ts";

export type Parameter = WhatIfChoices["packs"][number]["parameters"][number];
type Allowed = Parameter["allowed"];
type Value = number | string | boolean;

/** What was typed as a value of the parameter's own kind; null where it is none. */
export function parameterValue(
  { value, allowed }: Pick<Parameter, "value" | "allowed">,
  typed: string,
): Value | null {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return null;
  if (typeof value === "boolean") {
    if (text === "true" || text === "false") return text === "true";
    return null;
  }
  if (allowed.kind === "day") return validDate(text);
  if (typeof value === "string") return text;
  // A parameter whose value is not known yet is a number more often than not.
  const number = Number(text);
  if (Number.isFinite(number)) return isWithin(number, allowed) ? number : null;
  return value === null ? text : null;
}

const isWithin = (value: number, allowed: Extract<Allowed, { kind: "number" }>): boolean =>
  value >= allowed.min &&
  value <= (allowed.max ?? Infinity) &&
  (!allowed.whole || Number.isInteger(value));

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
