import type { OpenObligation } from "@suzheng/api-contract";
import ical, { ICalCalendarMethod } from "ical-generator";

type Calendar = {
  language: "zh" | "en";
  institution: string;
  /** The day on which it is read. */
  on: string;
  items: readonly OpenObligation[];
  publicUrl: string | null;
};

/** RFC 5545: each open obligation is an event on the whole day that it is due. */
export function calendarText({ language, institution, on, items, publicUrl }: Calendar): string {
  const name = { zh: `溯证期限 ${institution}`, en: `Suzheng deadlines ${institution}` }[language];
  const calendar = ical({ name, method: ICalCalendarMethod.PUBLISH, timezone: null });
  calendar.prodId({ company: "Suzheng", product: "deadlines", language: language.toUpperCase() });
  for (const one of items) {
    const { number, rule, requirement, step, dueOn, message, remedy, tolled } = one;
    const words = [message[language], remedy[language], tolled?.[language] ?? ""];
    calendar.createEvent({
      id: `${number}/${rule}/${requirement}/${step}`,
      start: dayAtMidnight(dueOn),
      // Calendars keep the newest of an event by this.
      stamp: dayAtMidnight(on),
      allDay: true,
      summary: `${number} ${message[language]}`,
      description: words.filter((text) => text !== "").join("\n"),
      ...(publicUrl === null ? {} : { url: `${publicUrl}/c/${encodeURIComponent(number)}` }),
    });
  }
  return calendar.toString();
}

/** The generator reads the day from a date's local fields. */
function dayAtMidnight(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
}
