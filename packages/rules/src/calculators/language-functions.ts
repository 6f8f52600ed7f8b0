import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  monthsBetween,
  reportDeadline,
} from "../calendar/dates.ts";
import { BUILT_IN_CALENDAR, type WorkingCalendar } from "../calendar/working-days.ts";
import { type MeasuredPeriod, tolledBy } from "../obligations/noted-pauses.ts";
import { auditTimeBase } from "./audit-time-base.ts";

type CelType = "string" | "double" | "bool";

/** A function that a pack may call. The same list is registered in every CEL engine. */
export type LanguageFunction = {
  readonly name: string;
  readonly parameters: readonly CelType[];
  readonly result: CelType;
  /** Beside an operator, which costs 1; a refusal of costly expressions adds these up. */
  readonly cost?: number;
  readonly run: (...given: never[]) => string | number | boolean;
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

/** No rule reckons over more; beyond it a calendar date could not be written down either. */
const SPAN_MAX = 120_000;

const isSpan = (value: number) => Math.abs(value) <= SPAN_MAX;

/** `2026-11-22`: what the date functions can reckon with, whatever stands in a fact. */
function isDate(text: string): boolean {
  if (text.length !== 10) return false;
  for (let at = 0; at < 10; at += 1) {
    const code = text.charCodeAt(at);
    if (at === 4 || at === 7 ? code !== 45 : code < 48 || code > 57) return false;
  }
  return true;
}

/** Not a date, or too far away: a doubt instead of a fault. */
const moved = (run: (date: string, by: number) => string) => (date: string, by: number) =>
  isDate(date) && isSpan(by) ? run(date, by) : orDoubt(null, "");

const between = (run: (from: string, until: string) => number) => (from: string, until: string) =>
  isDate(from) && isDate(until) ? run(from, until) : orDoubt(null, Number.NaN);

const DATED = ["string", "double"] as const;
const SPANNED = ["string", "string"] as const;

/** A fact that is not known enters CEL as the empty string or NaN, so that it keeps its type. */
const ASKING: readonly LanguageFunction[] = [
  { name: "known", parameters: ["string"], result: "bool", run: (fact: string) => fact !== "" },
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
];

const DATES: readonly LanguageFunction[] = [
  { name: "addMonths", parameters: DATED, result: "string", run: moved(addMonths) },
  { name: "addDays", parameters: DATED, result: "string", run: moved(addDays) },
  { name: "daysBetween", parameters: SPANNED, result: "double", run: between(daysBetween) },
  { name: "monthsBetween", parameters: SPANNED, result: "double", run: between(monthsBetween) },
  { name: "reportDeadline", parameters: DATED, result: "string", run: moved(reportDeadline) },
  {
    name: "endOfMonth",
    parameters: ["string"],
    result: "string",
    run: (date: string) => (isDate(date) ? endOfMonth(date) : orDoubt(null, "")),
  },
  {
    name: "endOfYear",
    parameters: ["string"],
    result: "string",
    run: (date: string) => (isDate(date) ? `${date.slice(0, 4)}-12-31` : orDoubt(null, "")),
  },
  {
    name: "yearOf",
    parameters: ["string"],
    result: "double",
    run: (date: string) => (isDate(date) ? Number(date.slice(0, 4)) : orDoubt(null, Number.NaN)),
  },
  {
    name: "latest",
    parameters: SPANNED,
    result: "string",
    run: (a: string, b: string) => (a > b ? a : b),
  },
];

/** No pause noted, the common case, leaves the day as it is, known or not. */
function tolled(noted: string, period: MeasuredPeriod): string {
  if (noted === "") return period.dueOn;
  const areDates = isDate(period.opensOn) && isDate(period.dueOn);
  return orDoubt(areDates ? tolledBy(noted, period) : null, "");
}

type TolledArguments = [noted: string, requirement: string, opensOn: string, dueOn: string];

const PAUSES: readonly LanguageFunction[] = [
  {
    name: "tolled",
    parameters: ["string", "string", "string", "string"],
    result: "string",
    cost: 20,
    run: (...[noted, requirement, opensOn, dueOn]: TolledArguments) =>
      tolled(noted, { requirement, opensOn, dueOn }),
  },
];

/** What packs may call; working days are reckoned by the calendar given. */
export function languageFunctions(calendar: WorkingCalendar): readonly LanguageFunction[] {
  return [
    ...ASKING,
    ...DATES,
    ...PAUSES,
    {
      name: "addWorkingDays",
      parameters: DATED,
      result: "string",
      cost: 40,
      run: (date: string, days: number) =>
        orDoubt(isDate(date) ? calendar.addWorkingDays(date, days) : null, ""),
    },
    {
      name: "auditTimeBase",
      parameters: ["string", "double", "string"],
      result: "double",
      cost: 2,
      run: (scheme: string, headcount: number, risk: string) =>
        orDoubt(auditTimeBase(scheme, headcount, risk), Number.NaN),
    },
  ];
}

export const LANGUAGE_FUNCTIONS = languageFunctions(BUILT_IN_CALENDAR);
