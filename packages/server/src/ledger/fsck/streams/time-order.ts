import type { StreamLeaves } from "./stream-leaves.ts";

/** An entry whose time is not looked at. */
export const NO_TIME = Number.NaN;

const ZERO = 0x30;
const digit = (text: string, at: number) => text.charCodeAt(at) - ZERO;
const two = (text: string, at: number) => 10 * digit(text, at) + digit(text, at + 1);

/**
 * A number that orders instants as the log writes them, `2026-11-22T10:04:00.000Z`, as they order
 * themselves. It is no count of milliseconds: months have 31 days. Reading the calendar would cost
 * three times as much.
 */
export function timeOrder(instant: string): number {
  const months = 12 * (100 * two(instant, 0) + two(instant, 2)) + two(instant, 5);
  const days = 31 * months + two(instant, 8);
  const minutes = 60 * (24 * days + two(instant, 11)) + two(instant, 14);
  const seconds = 60 * minutes + two(instant, 17);
  return 1000 * seconds + 10 * two(instant, 20) + digit(instant, 22);
}

/** Indexes of entries that say a time before that of the entry before them in the log. */
export function fallsInTime(parts: readonly StreamLeaves[], size: number): number[] {
  const times = new Float64Array(size).fill(NO_TIME);
  for (const { indexes, times: own, count } of parts) {
    for (let i = 0; i < count; i++) {
      const index = indexes[i] ?? -1;
      if (index >= 0 && index < size) times[index] = own[i] ?? NO_TIME;
    }
  }
  const falls: number[] = [];
  let before = NO_TIME;
  for (let index = 0; index < size; index++) {
    const time = times[index] ?? NO_TIME;
    if (time < before) falls.push(index);
    if (!Number.isNaN(time)) before = time;
  }
  return falls;
}
