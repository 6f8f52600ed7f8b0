import { addDays, daysBetween } from "../calendar/dates.ts";
import { BUILT_IN_CALENDAR, type WorkingCalendar } from "../calendar/working-days.ts";
import type { LocalText } from "../facts/declaration.ts";

/** A recorded decision that a class of deadlines stands still for some days. */
export type Pause = {
  /** Requirement ids; `all` for every one. */
  readonly requirements: readonly string[] | "all";
  /** GB/T 2260 codes; `440000` holds for all of Guangdong. */
  readonly regions: readonly string[] | "all";
  /** Approval numbers. */
  readonly institutions: readonly string[] | "all";
  /** First day on which the clock stands still. */
  readonly from: string;
  /** First day on which it runs again; null while the pause lasts. */
  readonly until: string | null;
  readonly reason: string;
  readonly approvedBy: string;
};

/** Why it was approved is told where it is known; the facts of an act do not note it. */
type PausedDays = Pick<Pause, "from" | "until"> & Partial<Pick<Pause, "reason" | "approvedBy">>;

/** What a deadline is about. A fact not known is in no listed class. */
export type PauseSubject = {
  readonly requirement: string;
  readonly region?: string | null;
  readonly institution?: string | null;
};

export type Clock = "calendar" | "working-days";

export type Tolled = {
  /** Null: a working-day deadline that reaches a year whose holidays are not known. */
  readonly dueOn: string | null;
  /** Days of the running period on which the clock stood still. */
  readonly pausedDays: number;
  /** Null when no pause touched it. */
  readonly because: LocalText | null;
};

export function pausesFor(pauses: readonly Pause[], subject: PauseSubject): Pause[] {
  return pauses.filter((pause) => isAbout(pause, subject.requirement) && concerns(pause, subject));
}

export const isAbout = ({ requirements }: Pick<Pause, "requirements">, requirement: string) =>
  requirements === "all" || requirements.includes(requirement);

export const concerns = (
  { institutions, regions }: Pause,
  { institution, region }: Omit<PauseSubject, "requirement">,
): boolean =>
  (institutions === "all" || institutions.some((one) => one === institution)) &&
  (regions === "all" || regions.some((one) => isWithin(region ?? "", one)));

/** Codes end in pairs of zeros where they name a province or a prefecture. */
const isWithin = (region: string, of: string) =>
  region !== "" && region.startsWith(of.replace(/(00)+$/, ""));

/**
 * A due date moved by pauses. The convention is ours; no official one was read.
 *
 * The running period is the days after `opensOn` up to the due date, and what prolongs it.
 * Deadlines in calendar days, and in months, move by the paused days of that period; deadlines in
 * working days do not count paused days. Days under several pauses count once. A pause not ended
 * has lasted up to and including `asOf`.
 */
export function toll(given: {
  opensOn: string;
  dueOn: string;
  clock: Clock;
  pauses: readonly PausedDays[];
  asOf: string;
  calendar?: WorkingCalendar;
}): Tolled {
  const { opensOn, dueOn, clock, asOf, calendar = BUILT_IN_CALENDAR } = given;
  const stretches = merged(given.pauses, asOf);
  const moved =
    clock === "calendar"
      ? moveByDays(opensOn, dueOn, stretches)
      : moveByWorkingDays({ opensOn, dueOn, stretches, calendar });
  if (moved.pausedDays === 0) return { dueOn, pausedDays: 0, because: null };
  const end = moved.dueOn ?? addDays(dueOn, moved.pausedDays);
  const touching = given.pauses.filter(
    ({ from, until }) => from <= end && (until ?? addDays(asOf, 1)) > addDays(opensOn, 1),
  );
  return { ...moved, because: explained({ ...moved, before: dueOn, pauses: touching }) };
}

type Stretch = { readonly from: string; readonly until: string };
type Moved = { readonly dueOn: string | null; readonly pausedDays: number };

/** Pauses as stretches that neither touch nor overlap, oldest first. */
function merged(pauses: readonly PausedDays[], asOf: string): Stretch[] {
  const sorted = pauses
    .map(({ from, until }) => ({ from, until: until ?? addDays(asOf, 1) }))
    .filter(({ from, until }) => from < until)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const stretches: { from: string; until: string }[] = [];
  for (const next of sorted) {
    const last = stretches.at(-1);
    if (last === undefined || next.from > last.until) stretches.push({ ...next });
    else if (next.until > last.until) last.until = next.until;
  }
  return stretches;
}

function moveByDays(opensOn: string, dueOn: string, stretches: readonly Stretch[]): Moved {
  const firstRunning = addDays(opensOn, 1);
  let due = dueOn;
  let pausedDays = 0;
  for (const { from, until } of stretches) {
    const start = from > firstRunning ? from : firstRunning;
    if (start > due || until <= start) continue;
    const days = daysBetween(start, until);
    due = addDays(due, days);
    pausedDays += days;
  }
  return { dueOn: due, pausedDays };
}

function moveByWorkingDays(given: {
  opensOn: string;
  dueOn: string;
  stretches: readonly Stretch[];
  calendar: WorkingCalendar;
}): Moved {
  const { opensOn, dueOn, stretches, calendar } = given;
  const isPaused = (day: string) => stretches.some(({ from, until }) => day >= from && day < until);
  let left = calendar.workingDaysBetween(opensOn, dueOn);
  if (left === null) return moveUnknown(given);
  let day = opensOn;
  let pausedDays = 0;
  while (left > 0) {
    day = addDays(day, 1);
    const worked = calendar.isWorkingDay(day);
    if (worked === null) return { dueOn: null, pausedDays };
    if (!worked) continue;
    if (isPaused(day)) pausedDays += 1;
    else left -= 1;
  }
  // A due date that is no working day stands where it is while nothing was paused.
  return { dueOn: pausedDays === 0 ? dueOn : day, pausedDays };
}

/** The days cannot be counted; it matters only when a pause touches them. */
function moveUnknown({
  opensOn,
  dueOn,
  stretches,
}: Parameters<typeof moveByWorkingDays>[0]): Moved {
  const { pausedDays } = moveByDays(opensOn, dueOn, stretches);
  return { dueOn: pausedDays === 0 ? dueOn : null, pausedDays };
}

function explained(
  given: Moved & { readonly before: string; readonly pauses: readonly PausedDays[] },
): LocalText {
  const { before, dueOn, pausedDays, pauses } = given;
  const zh = pauses.map(
    ({ from, until, ...why }) =>
      `${from} 起${until === null ? "" : `至 ${until} 前`}${whyOf(why).zh}`,
  );
  const en = pauses.map(
    ({ from, until, ...why }) =>
      `from ${from}${until === null ? "" : ` until before ${until}`}${whyOf(why).en}`,
  );
  return {
    zh: `原定 ${before}；期限暂停 ${pausedDays} 天：${zh.join("；")}；${dueOn === null ? "顺延到的年份节假日未公布，无法判定" : `顺延至 ${dueOn}`}`,
    en: `set for ${before}; the clock stood still for ${pausedDays} days: ${en.join("; ")}; ${dueOn === null ? "the holidays of the year it moves to are not known, so the day cannot be told" : `moved to ${dueOn}`}`,
  };
}

const whyOf = ({ reason, approvedBy }: Omit<PausedDays, "from" | "until">): LocalText =>
  reason === undefined || approvedBy === undefined
    ? { zh: "", en: "" }
    : {
        zh: `（${reason}，${approvedBy} 批准）`,
        en: ` (${reason}; approved by ${approvedBy})`,
      };
