import { concerns, isAbout, type Pause, type PauseSubject, type Tolled, toll } from "./tolling.ts";

/** An approved pause has an end. */
export type ApprovedPause = Pause & { readonly until: string };

type NotedPause = Pick<ApprovedPause, "requirements" | "from" | "until">;

export type NotedFor = Omit<PauseSubject, "requirement"> & {
  /** Pauses that ended by this day are left out: nothing measured runs from before it. */
  readonly since: string;
};

/**
 * Pauses as the text of one fact: `2027-01-10/2027-02-10 all`, several parted by `; `. First the
 * day on which the clock stops, then the day on which it runs again, then the ids of the
 * requirements whose deadlines are paused, parted by commas. Null: no pause.
 */
export function notePauses(pauses: readonly ApprovedPause[], about: NotedFor): string | null {
  const noted = pauses
    .filter((pause) => pause.until > about.since && concerns(pause, about))
    .map(({ requirements, from, until }) => {
      const ids = requirements === "all" ? "all" : [...requirements].sort().join(",");
      return `${from}/${until} ${ids}`;
    });
  return noted.length === 0 ? null : [...new Set(noted)].sort().join("; ");
}

const NOTED = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d) ([a-z0-9,-]+)$/;

/** Null: this is no text that `notePauses` wrote. */
function readPauses(text: string): NotedPause[] | null {
  const pauses: NotedPause[] = [];
  for (const one of text.split("; ")) {
    const [, from, until, about] = NOTED.exec(one) ?? [];
    if (from === undefined || until === undefined || about === undefined) return null;
    const requirements = about === "all" ? about : about.split(",");
    pauses.push({ requirements, from, until });
  }
  return pauses;
}

export type MeasuredPeriod = {
  readonly requirement: string;
  /** The running period begins the day after. */
  readonly opensOn: string;
  readonly dueOn: string;
};

/** Evaluation is synchronous, so one list serves. */
const moves: { gathered: Tolled[] | null } = { gathered: null };

/** A due date, in calendar days, moved by noted pauses; null: the text notes none. */
export function tolledBy(noted: string, period: MeasuredPeriod): string | null {
  const pauses = readPauses(noted);
  if (pauses === null) return null;
  const { requirement, opensOn, dueOn } = period;
  const own = pauses.filter((pause) => isAbout(pause, requirement));
  const tolled = toll({ opensOn, dueOn, clock: "calendar", pauses: own, asOf: dueOn });
  if (tolled.pausedDays > 0) moves.gathered?.push(tolled);
  return tolled.dueOn;
}

/** How pauses moved the days that `work` reckons with, each once, in words. */
export function movesDuring(work: () => void): NonNullable<Tolled["because"]>[] {
  const gathered: Tolled[] = [];
  moves.gathered = gathered;
  try {
    work();
  } finally {
    moves.gathered = null;
  }
  const found = gathered.flatMap(({ because }) => because ?? []);
  return [...new Map(found.map((because) => [because.zh, because])).values()];
}
