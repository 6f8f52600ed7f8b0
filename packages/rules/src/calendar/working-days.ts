import chineseDays from "chinese-days";
import { addDays } from "./dates.ts";
import { type HolidayList, isWeekend } from "./holiday-list.ts";

/** Working days by official holidays and make-up days. Null: a year whose list is not known. */
export type WorkingCalendar = {
  readonly isWorkingDay: (date: string) => boolean | null;
  /** The working day `days` after `date`. */
  readonly addWorkingDays: (date: string, days: number) => string | null;
  /** Working days after `from`, up to and including `until`. */
  readonly workingDaysBetween: (from: string, until: string) => number | null;
};

/** A longer count is not reckoned: no rule asks for it, and it bounds what an expression costs. */
export const WORKING_DAYS_MAX = 366;

const yearOf = (date: string) => Number(date.slice(0, 4));

/** The lists built in; a list loaded for a year takes the place of the one built in. */
export function workingCalendar(lists: readonly HolidayList[] = []): WorkingCalendar {
  const years = new Map<number, YearOfWork>();
  const yearFor = (year: number): YearOfWork => {
    let found = years.get(year);
    if (found === undefined) {
      const list = lists.findLast((one) => one.year === year);
      found = list === undefined ? builtInYear(year) : listedYear(list);
      years.set(year, found);
    }
    return found;
  };
  const isWorkingDay = (date: string) => yearFor(yearOf(date))?.(date) ?? null;
  return {
    isWorkingDay,
    addWorkingDays: (date, days) => {
      if (!(days <= WORKING_DAYS_MAX)) return null;
      let day = date;
      for (let left = days; left > 0; ) {
        day = addDays(day, 1);
        const worked = isWorkingDay(day);
        if (worked === null) return null;
        if (worked) left -= 1;
      }
      return day;
    },
    workingDaysBetween: (from, until) => {
      let counted = 0;
      for (let day = from; day < until; ) {
        day = addDays(day, 1);
        const worked = isWorkingDay(day);
        if (worked === null) return null;
        if (worked) counted += 1;
      }
      return counted;
    },
  };
}

type YearOfWork = ((date: string) => boolean) | null;

/** The built-in list answers any year by weekday; only where it names National Day is it known. */
function builtInYear(year: number): YearOfWork {
  const known = chineseDays.getDayDetail(`${year}-10-01`).name.includes(",");
  if (!known) return null;
  const days = new Map<string, boolean>();
  return (date) => {
    let worked = days.get(date);
    if (worked === undefined) {
      worked = chineseDays.isWorkday(date);
      days.set(date, worked);
    }
    return worked;
  };
}

function listedYear({ holidays, madeUp }: HolidayList): YearOfWork {
  const free = new Set(holidays);
  const worked = new Set(madeUp);
  return (date) => worked.has(date) || !(free.has(date) || isWeekend(date));
}

/** What is built in, without a list loaded at start. */
export const BUILT_IN_CALENDAR: WorkingCalendar = workingCalendar();

/** By the built-in lists; null when the count reaches a year whose holidays are not published. */
export const addWorkingDays = BUILT_IN_CALENDAR.addWorkingDays;
