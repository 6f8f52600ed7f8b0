import {
  addDays,
  addMonths,
  daysBetween,
  monthsBetween,
  reportDeadline,
} from "../calendar/dates.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import { auditTimeBase } from "./audit-time-base.ts";

type CelType = "string" | "double" | "bool";

/** A function that a pack may call. The same list is registered in every CEL engine. */
export type LanguageFunction = {
  readonly name: string;
  readonly parameters: readonly CelType[];
  readonly result: CelType;
  readonly run: (a: never, b: never, c: never) => string | number | boolean;
};

/**
 * CEL has no third truth value: a function that cannot answer raises a doubt and returns a
 * placeholder, and whoever evaluates turns the outcome into `cannot-tell`. Evaluation is
 * synchronous, so one flag serves; it is lowered before each expression.
 */
const doubt = { raised: false };
export const lowerDoubt = () => {
  doubt.raised = false;
};
export const isInDoubt = () => doubt.raised;

function orDoubt<T>(answer: T | null, placeholder: T): T {
  if (answer !== null) return answer;
  doubt.raised = true;
  return placeholder;
}

/** A fact that is not known enters CEL as the empty string or NaN, so that it keeps its type. */
export const LANGUAGE_FUNCTIONS: readonly LanguageFunction[] = [
  {
    name: "known",
    parameters: ["string"],
    result: "bool",
    run: (fact: string) => fact !== "",
  },
  {
    name: "known",
    parameters: ["double"],
    result: "bool",
    run: (fact: number) => !Number.isNaN(fact),
  },
  {
    name: "cannotTell",
    parameters: [],
    result: "bool",
    run: () => orDoubt<boolean>(null, false),
  },
  { name: "addMonths", parameters: ["string", "double"], result: "string", run: addMonths },
  { name: "addDays", parameters: ["string", "double"], result: "string", run: addDays },
  { name: "daysBetween", parameters: ["string", "string"], result: "double", run: daysBetween },
  { name: "monthsBetween", parameters: ["string", "string"], result: "double", run: monthsBetween },
  {
    name: "reportDeadline",
    parameters: ["string", "double"],
    result: "string",
    run: reportDeadline,
  },
  {
    name: "latest",
    parameters: ["string", "string"],
    result: "string",
    run: (a: string, b: string) => (a > b ? a : b),
  },
  {
    name: "addWorkingDays",
    parameters: ["string", "double"],
    result: "string",
    run: (date: string, days: number) => orDoubt(addWorkingDays(date, days), ""),
  },
  {
    name: "auditTimeBase",
    parameters: ["string", "double", "string"],
    result: "double",
    run: (scheme: string, headcount: number, risk: string) =>
      orDoubt(auditTimeBase(scheme, headcount, risk), Number.NaN),
  },
];
