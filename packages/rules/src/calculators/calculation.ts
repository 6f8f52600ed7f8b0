import type { z } from "zod";
import type { LocalText } from "../facts/declaration.ts";
import { inputMistake } from "../input-mistake.ts";
import type { Confidence } from "../pack/pack-document.ts";
import type { Statement } from "./calculator-document.ts";

/** One step of a calculation, in the order in which it was made. */
export type Line = {
  readonly what: LocalText;
  readonly value: number | string | boolean | null;
  readonly unit: LocalText | null;
  readonly source: string;
  readonly confidence: Confidence;
};

/** Permanent codes of what could not be told. */
export type DoubtCode =
  | "above-the-table"
  | "sources-disagree"
  | "parameter-not-known"
  | "facts-not-known";

/** Permanent codes of refused input. */
export type CalculationRefusalCode =
  | "malformed-input"
  | "risk-required"
  | "no-such-column"
  | "reduction-above-limit"
  | "too-few-systems"
  | "too-few-sites";

export type Reason<Code> = { readonly code: Code; readonly message: LocalText };

/** `confidence` is that of the least sure line that the result rests on. */
export type Calculation<Result> =
  | {
      readonly outcome: "computed";
      readonly result: Result;
      readonly confidence: Confidence;
      readonly lines: readonly Line[];
    }
  | {
      readonly outcome: "cannot-tell";
      readonly result: null;
      readonly reason: Reason<DoubtCode>;
      readonly lines: readonly Line[];
    }
  | {
      readonly outcome: "refused";
      readonly result: null;
      readonly reason: Reason<CalculationRefusalCode>;
      readonly lines: readonly Line[];
    };

type Parameter = Statement & {
  readonly value: number | string | null;
  readonly unit: LocalText | null;
};

const ORDER = ["none", "low", "medium", "high"] as const;

export const leastSure = (lines: readonly Line[]): Confidence =>
  ORDER.find((level) => lines.some(({ confidence }) => confidence === level)) ?? "high";

export function computed<Result>(result: Result, lines: readonly Line[]): Calculation<Result> {
  return { outcome: "computed", result, confidence: leastSure(lines), lines };
}

export function cannotTell(
  code: DoubtCode,
  message: LocalText,
  lines: readonly Line[],
): Calculation<never> {
  return { outcome: "cannot-tell", result: null, reason: { code, message }, lines };
}

export function refused(code: CalculationRefusalCode, message: LocalText): Calculation<never> {
  return { outcome: "refused", result: null, reason: { code, message }, lines: [] };
}

export function malformed(error: z.ZodError): Calculation<never> {
  const mistake = error.issues.map(inputMistake)[0] ?? { zh: "不符合要求", en: "not as expected" };
  const message = { zh: `输入有误：${mistake.zh}。`, en: `bad input: ${mistake.en}` };
  return refused("malformed-input", message);
}

type Valued = Pick<Statement, "what"> & { readonly value: unknown };

/** Says which of the parameters have no value; null when all have one. */
export function missingOf(parameters: readonly Valued[]): Calculation<never> | null {
  const missing = parameters.filter(({ value }) => value === null);
  if (missing.length === 0) return null;
  const message = {
    zh: `未读到这一数值：${missing.map(({ what }) => what.zh).join("；")}`,
    en: `not found in a source: ${missing.map(({ what }) => what.en).join("; ")}`,
  };
  return cannotTell("parameter-not-known", message, []);
}

/** For parameters that `missingOf` was asked about. */
export function known<T>({ value }: { readonly value: T | null }): T {
  if (value === null) throw new Error("a parameter without value was read");
  return value;
}

/** A line that shows a value of the calculator as it stands there. */
export function parameterLine(parameter: Parameter): Line {
  const { what, value, unit, source, confidence } = parameter;
  return { what, value, unit, source, confidence };
}

/** Sources of lines that come from no document. */
const INPUT = "input";
const CALCULATED = "calculated";
export const NOT_READ = "not read";

/** A line that repeats what was handed in; it makes nothing less sure. */
export function inputLine(what: LocalText, value: Line["value"], unit: LocalText | null): Line {
  return { what, value, unit, source: INPUT, confidence: "high" };
}

/** A step that follows from the lines before it and is as sure as they are. */
export const stepLine = (
  step: Pick<Line, "what" | "value" | "unit">,
  before: readonly Line[],
): Line => ({ ...step, source: CALCULATED, confidence: leastSure(before) });

export const aboveLimit = (asked: number, limit: number): Calculation<never> =>
  refused("reduction-above-limit", {
    zh: `减少 ${asked}%，超过允许的 ${limit}%`,
    en: `a reduction of ${asked} % exceeds the ${limit} % allowed`,
  });

export const UNITS = {
  days: { zh: "人日", en: "person-days" },
  hours: { zh: "小时", en: "hours" },
  persons: { zh: "人", en: "persons" },
  percent: { zh: "%", en: "%" },
  sites: { zh: "个场所", en: "sites" },
} as const;
