import { addDays } from "../calendar/dates.ts";
import type { LocalText } from "../facts/declaration.ts";

/** What a value in a unit can be. Both ends belong to it; `max` null: no end. */
export type Allowed =
  | { readonly kind: "number"; min: number; max: number | null; whole: boolean; words: LocalText }
  | { readonly kind: "day"; readonly words: LocalText };

/** What is counted whole, also per something; hours and person-days are not. */
const WHOLE = /^(?:天|日|工作日|月|次|张|人|名|家|分)(?:\/|$)/;

const DAY: Allowed = {
  kind: "day",
  words: { zh: "日历上有的日期，如 2026-01-31", en: "a day of the calendar, such as 2026-01-31" },
};
const SHARE: Allowed = {
  ...{ kind: "number", min: 0, max: 1, whole: false },
  words: { zh: "0 到 1 之间的数", en: "a number from 0 to 1" },
};
const DAY_OF_MONTH: Allowed = {
  ...{ kind: "number", min: 1, max: 31, whole: true },
  words: { zh: "1 到 31 的整数", en: "a whole number from 1 to 31" },
};
const COUNT: Allowed = {
  ...{ kind: "number", min: 0, max: null, whole: true },
  words: { zh: "0 或更大的整数", en: "a whole number, 0 or more" },
};
/** No rule measures less than nothing. */
const AMOUNT: Allowed = {
  ...{ kind: "number", min: 0, max: null, whole: false },
  words: { zh: "0 或更大的数", en: "a number, 0 or more" },
};

/** What a value can be in a unit, as rule packs write units; null: without one. */
export function allowedIn(unit: string | null): Allowed {
  if (unit === "日期") return DAY;
  if (unit === "比例") return SHARE;
  if (unit === "次月日") return DAY_OF_MONTH;
  return unit !== null && WHOLE.test(unit) ? COUNT : AMOUNT;
}

/**
 * Whether a value can be one in the unit. Of what is no number where one belongs, the expression
 * that reads it says so.
 */
export function fitsUnit(value: string | number | boolean | null, unit: string | null): boolean {
  const allowed = allowedIn(unit);
  if (allowed.kind === "day") return value === null || isDay(value);
  if (typeof value !== "number") return true;
  const { min, max, whole } = allowed;
  return value >= min && value <= (max ?? Infinity) && (!whole || Number.isInteger(value));
}

const isDay = (value: string | number | boolean): boolean =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && addDays(value, 0) === value;
