/** Gives the present instant, UTC with milliseconds. */
export type Now = () => string;

/** The later of two instants. */
export const laterOf = (one: string, other: string | null): string =>
  other !== null && other > one ? other : one;

const CHINA_OFFSET_MS = 8 * 3_600_000;
const HOUR_CHARACTERS = "2026-11-22T10".length;
let last = { hour: "", day: "" };

/**
 * Calendar date in China, where the reporting rules count days. Days begin at full hours, and
 * nearly always the same hour is asked about as before.
 */
export function chinaDate(instant: string): string {
  if (last.hour === "" || !instant.startsWith(last.hour)) {
    const day = new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 10);
    last = { hour: instant.slice(0, HOUR_CHARACTERS), day };
  }
  return last.day;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A day that the calendar has, from the year 1, where the database begins to have ISO dates. */
export const isDay = (text: string): boolean =>
  DAY.test(text) && text >= "0001" && isInstant(`${text}T00:00:00.000Z`);

/** An instant as the log writes it: UTC, milliseconds. */
export function isInstant(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && text >= "0001" && new Date(at).toISOString() === text;
}
