/** A calendar date, `2026-11-22`; ISO dates compare as strings. */
export type IsoDate = string;
/**
 * `2026-11-22`, or with the Beijing wall-clock time `2026-11-22T08:00:00` when one was reported.
 */
export type Moment = string;

const DAY_MS = 86_400_000;
const WRITTEN =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(?:[ T]?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const ISO = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

function isoDate(year: string, month: string, day: string): IsoDate | null {
  const y = Number(year);
  const m = Number(month);
  const d = Number(day);
  if (y < 1900 || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function timeOf(hour: string, minute: string, second: string | undefined): string | null {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? "0") > 59) return null;
  return `${hour.padStart(2, "0")}:${minute}:${second ?? "00"}`;
}

/**
 * Reads `2026-01-02`, `2026/1/2`, `2026.1.2`, `2026年1月2日` or `20260102`, each with an optional
 * time. Midnight means that no time was given: spreadsheets write dates that way.
 */
export function parseMoment(text: string): Moment | null {
  if (ISO.test(text)) return isoDate(text.slice(0, 4), text.slice(5, 7), text.slice(8, 10));
  const parts = WRITTEN.exec(text);
  if (parts === null) return null;
  const month = parts[2] ?? parts[4] ?? parts[6] ?? parts[8] ?? parts[10] ?? "";
  const day = parts[3] ?? parts[5] ?? parts[7] ?? parts[9] ?? parts[11] ?? "";
  const date = isoDate(parts[1] ?? "", month, day);
  const hour = parts[12];
  if (date === null || hour === undefined) return date;
  const time = timeOf(hour, parts[13] ?? "", parts[14]);
  if (time === null) return null;
  return time === "00:00:00" ? date : `${date}T${time}`;
}

/** As `parseMoment`, the time of day dropped. */
export function parseDate(text: string): IsoDate | null {
  return parseMoment(text)?.slice(0, 10) ?? null;
}

export const dateOf = (moment: Moment): IsoDate => moment.slice(0, 10);
const EPOCH: IsoDate = "1970-01-01";
export const hasTime = (moment: Moment): boolean => moment.length > 10;

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysFrom(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** True unless `end` is certainly before `start`; times count only when both are given. */
export function inOrder(start: Moment, end: Moment): boolean {
  if (hasTime(start) && hasTime(end)) return start <= end;
  return dateOf(start) <= dateOf(end);
}

/** Start of the afternoon, as the sign-in system cuts plans into half-days (fact G-10). */
const NOON_HOUR = 13;
const hourOf = (moment: Moment): number => Number(moment.slice(11, 13));

/** Half-days counted on from 1970; both ends are part of it. */
export type HalfDays = { readonly first: number; readonly last: number };

/** The half-days touched, one at least; whole days when a time is missing. */
export function halfDaysBetween(start: Moment, end: Moment): HalfDays {
  const isTimed = hasTime(start) && hasTime(end);
  const fromNoon = isTimed && hourOf(start) >= NOON_HOUR;
  const untilNoon = isTimed && end.slice(11) <= "13:00:00";
  const first = 2 * daysFrom(EPOCH, dateOf(start)) + (fromNoon ? 1 : 0);
  const last = 2 * daysFrom(EPOCH, dateOf(end)) + (untilNoon ? 0 : 1);
  return { first, last: Math.max(first, last) };
}

export const daysIn = ({ first, last }: HalfDays): number => (last - first + 1) / 2;

/** Length in days, counted in half-days touched. */
export const lengthInDays = (start: Moment, end: Moment): number =>
  daysIn(halfDaysBetween(start, end));
