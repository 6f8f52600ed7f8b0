import chineseDays from "chinese-days";
import { addDays } from "./dates.ts";

const publishedYears = new Map<number, boolean>();

/** The list answers any year by weekday; only where it names National Day is a year published. */
function isPublishedYear(year: number): boolean {
  let published = publishedYears.get(year);
  if (published === undefined) {
    published = chineseDays.getDayDetail(`${year}-10-01`).name.includes(",");
    publishedYears.set(year, published);
  }
  return published;
}

/**
 * The working day `days` after `date`, with official holidays and make-up days.
 * Null when the count reaches a year whose holidays are not published.
 */
export function addWorkingDays(date: string, days: number): string | null {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (!isPublishedYear(Number(day.slice(0, 4)))) return null;
    if (chineseDays.isWorkday(day)) left -= 1;
  }
  return day;
}
