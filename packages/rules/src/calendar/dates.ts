const DAY_MS = 86_400_000;

const padded = (value: number) => (value < 10 ? `0${value}` : `${value}`);

function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const yearOf = (date: string) => Number(date.slice(0, 4));
const monthOf = (date: string) => Number(date.slice(5, 7));
const dayOf = (date: string) => Number(date.slice(8, 10));

/** Same day `months` later; its last day where that month is shorter (31 Jan + 1 = 28 Feb). */
export function addMonths(date: string, months: number): string {
  const counted = yearOf(date) * 12 + (monthOf(date) - 1) + months;
  const year = Math.floor(counted / 12);
  const month = counted - year * 12 + 1;
  const day = Math.min(dayOf(date), lastDayOf(year, month));
  return `${year}-${padded(month)}-${padded(day)}`;
}

/** Days from one date to another; negative when `until` is earlier. */
export function daysBetween(from: string, until: string): number {
  return (epochDay(until) - epochDay(from)) / DAY_MS;
}

const epochDay = (date: string) => Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date));

export function addDays(date: string, days: number): string {
  return new Date(epochDay(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole months completed from one date to another; negative when `until` is earlier. */
export function monthsBetween(from: string, until: string): number {
  if (until < from) return -monthsBetween(until, from);
  const months = (yearOf(until) - yearOf(from)) * 12 + monthOf(until) - monthOf(from);
  return addMonths(from, months) > until ? months - 1 : months;
}

/** The given day of the month after `date`; holidays do not move it. */
export function reportDeadline(date: string, dayOfMonth: number): string {
  const next = addMonths(`${date.slice(0, 8)}01`, 1);
  return `${next.slice(0, 8)}${padded(Math.min(dayOfMonth, lastDayOf(yearOf(next), monthOf(next))))}`;
}

/** The last day of the month of `date`. */
export function endOfMonth(date: string): string {
  return `${date.slice(0, 8)}${padded(lastDayOf(yearOf(date), monthOf(date)))}`;
}
