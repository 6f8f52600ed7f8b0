import type { Act } from "@suzheng/api-contract";
import { beijingDate } from "../dates/dates.ts";

/** The acts that had been on a day, and those that came later. */
export type TraceParts = { upTo: Act[]; later: Act[] };

/**
 * Parts a history at a day. What was already recorded for a day to come, such as a plan, belongs to
 * what was known.
 */
export function traceOn(acts: readonly Act[], day: string): TraceParts {
  const isLater = (act: Act) => act.occurredOn > day && beijingDate(new Date(act.recordedAt)) > day;
  return { upTo: acts.filter((act) => !isLater(act)), later: acts.filter(isLater) };
}
