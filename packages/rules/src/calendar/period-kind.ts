/** A stretch of time over which a fact counts or a limit is set. */
export type PeriodKind = "calendar-year" | "cycle-year";
