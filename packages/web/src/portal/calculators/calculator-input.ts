import type { CalculatorKind } from "@suzheng/api-contract";
import { FIELDS, type Field } from "./calculator-fields.ts";

/** What stands in the form and in the address: texts by name, as typed. */
export type Typed = Readonly<Record<string, string>>;

export const SYSTEMS_MAX = 20;

/** Names of the texts about the n-th system of an integrated audit, from 1. */
export const systemNames = (n: number) => ({
  system: `system${n}`,
  personDays: `personDays${n}`,
  tableDays: `tableDays${n}`,
});

/** A number when it is one; else as typed, so that the calculator says what is wrong with it. */
const numberOf = (text: string): number | string => {
  const typed = text.normalize("NFKC").trim();
  return typed === "" || Number.isNaN(Number(typed)) ? text : Number(typed);
};

function valueIn(field: Field, text: string): unknown {
  switch (field.type) {
    case "number":
      return numberOf(text);
    case "answer":
    case "yes-no":
      return text === "yes" ? true : text === "no" ? false : null;
    case "choice":
    case "day":
      return text;
  }
}

function systemsOf(typed: Typed) {
  const places = Array.from({ length: SYSTEMS_MAX }, (_, i) => systemNames(i + 1));
  return places
    .filter((names) => (typed[names.system] ?? "") !== "" || (typed[names.personDays] ?? "") !== "")
    .map(({ system, personDays, tableDays }) => ({
      system: typed[system] ?? "",
      personDays: numberOf(typed[personDays] ?? ""),
      tableDays: typed[tableDays] ? numberOf(typed[tableDays]) : null,
    }));
}

/** Kinds whose fields may be left out, or are then told as null: not known. */
const NULL_WHEN_EMPTY = new Set(["status", "issuer", "risk"]);

/** What the calculator is handed. Fields left empty are left out. */
export function inputOf(kind: CalculatorKind, typed: Typed): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of FIELDS[kind]) {
    const text = typed[field.name] ?? "";
    if (text !== "") input[field.name] = valueIn(field, text);
    else if (NULL_WHEN_EMPTY.has(field.name)) input[field.name] = null;
  }
  if (kind === "integrated-audit-time") input.systems = systemsOf(typed);
  return input;
}

/** Whether an address carries a case, which is to say some text of this calculator. */
export function hasCase(kind: CalculatorKind, typed: Typed): boolean {
  const names = new Set(FIELDS[kind].map(({ name }) => name));
  return Object.entries(typed).some(
    ([name, text]) => text !== "" && (names.has(name) || /^(system|personDays)\d+$/.test(name)),
  );
}
