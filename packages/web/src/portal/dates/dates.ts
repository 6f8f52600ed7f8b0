const DAY_MS = 86_400_000;
/** China has one zone and no summer time. */
const BEIJING_OFFSET_MS = 8 * 3_600_000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Calendar date in Beijing of an instant. */
export function beijingDate(instant: Date): string {
  return new Date(instant.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 10);
}

/** `2026-11-22 18:04`, Beijing time; what is no instant comes back as it is. */
export function beijingMinute(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  return new Date(time + BEIJING_OFFSET_MS).toISOString().slice(0, 16).replace("T", " ");
}

/** The date when it names a real day, else null. */
export function validDate(text: string | null | undefined): string | null {
  if (!text || !ISO_DATE.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  return new Date(time).toISOString().slice(0, 10) === text ? text : null;
}

/** Whole days from one calendar date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** Days of validity still to come after `on`; 0 on the last day, which is valid; null when over. */
export function daysLeft(on: string, validUntil: string): number | null {
  const days = daysBetween(on, validUntil);
  return days < 0 ? null : days;
}

/** `2026-03-02` or `2026-03-02 – 03-04`, without repeating what is the same. */
export function dateSpan(from: string, to: string): string {
  if (from === to) return from;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${from} – ${to.slice(5)}`;
  return `${from} – ${to}`;
}
