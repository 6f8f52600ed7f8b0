/** A calendar date as whole days since 1970-01-01; keeps date arithmetic out of the hot path. */
export type Day = number;

const DAY_MS = 86_400_000;
const isoByDay = new Map<Day, string>();

export function dayOf(isoDate: string): Day {
  const day = Date.parse(`${isoDate}T00:00:00Z`) / DAY_MS;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDate) || Number.isNaN(day) || isoOf(day) !== isoDate) {
    throw new Error(`\`${isoDate}\` is not a calendar date, expected YYYY-MM-DD`);
  }
  return day;
}

export function isoOf(day: Day): string {
  let iso = isoByDay.get(day);
  if (iso === undefined) {
    iso = new Date(day * DAY_MS).toISOString().slice(0, 10);
    isoByDay.set(day, iso);
  }
  return iso;
}

/** Same date in a later or earlier year; 29 February becomes 1 March. */
export function addYears(day: Day, years: number): Day {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / DAY_MS;
}

export const yearOf = (day: Day): number => Number(isoOf(day).slice(0, 4));

/** Last day on which acts of this day's month are reported in time: the 10th of the next (I-02). */
export function reportDeadline(day: Day): Day {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 10) / DAY_MS;
}

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: Day): boolean => (day + 4) % 7 === 0 || (day + 4) % 7 === 6;

/** This day, or the Friday before it. */
export function weekdayAtOrBefore(day: Day): Day {
  let weekday = day;
  while (isWeekend(weekday)) weekday--;
  return weekday;
}

/** This day, or the Monday after it. */
export function weekdayAtOrAfter(day: Day): Day {
  let weekday = day;
  while (isWeekend(weekday)) weekday++;
  return weekday;
}

/** The last day of a visit that starts on a weekday and takes so many weekdays. */
export function lastOfWeekdays(start: Day, weekdays: number): Day {
  let day = start;
  for (let worked = 1; worked < weekdays; worked++) day = weekdayAtOrAfter(day + 1);
  return day;
}
