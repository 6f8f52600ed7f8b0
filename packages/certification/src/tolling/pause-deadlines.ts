import type { IsoDate } from "../calendar-date.ts";
import type { LocalText } from "../local-text.ts";

/** A class of deadlines and the days on which their clock stands still. */
export type PauseTerms = {
  /** Requirement ids; `["all"]` for every one. */
  readonly requirements: readonly string[];
  /** GB/T 2260 codes of districts; `["all"]` for every one. */
  readonly regions: readonly string[];
  /** First day on which the clock stands still. */
  readonly from: IsoDate;
  /** First day on which it runs again. */
  readonly until: IsoDate;
  /** Public; no personal data. */
  readonly reason: string;
};

/** A pause holds for the institution in whose log it stands. */
export type DeadlinesPaused = {
  readonly type: "DeadlinesPaused";
  readonly schema: 1;
  /** Day of the approval. */
  readonly occurredOn: IsoDate;
  readonly data: PauseTerms & {
    readonly institution: string;
    /** Id of the request; the same in every log concerned. */
    readonly pause: string;
    /** Ids of organisations; the persons are known to the server only. */
    readonly requestedBy: string;
    readonly approvedBy: string;
    readonly approvedByName: string;
  };
};

export type PauseState = DeadlinesPaused["data"];

export const evolvePause = ({ data }: DeadlinesPaused): PauseState => data;

export const PAUSE_DAYS_MAX = 366;

export const PAUSE_REFUSALS = {
  "pause-ends-before-it-begins": {
    zh: "恢复计时的日期须晚于暂停起始日",
    en: "the clock has to run again later than it stops",
  },
  "pause-too-long": {
    zh: `一次暂停不超过 ${PAUSE_DAYS_MAX} 天；仍需暂停的，到期前另行申请`,
    en: `a pause lasts at most ${PAUSE_DAYS_MAX} days; ask again before it ends`,
  },
  "pause-without-reason": { zh: "须写明理由", en: "a reason has to be given" },
  "pause-of-nothing": {
    zh: "须写明暂停哪些期限、哪些地区",
    en: "it has to be said which deadlines and which regions are paused",
  },
} as const satisfies Record<string, LocalText>;
export type PauseRefusal = keyof typeof PAUSE_REFUSALS;

const DAY_MS = 86_400_000;

/** Null: these terms may be asked for. */
export function refusePause(terms: PauseTerms): PauseRefusal | null {
  const { requirements, regions, from, until, reason } = terms;
  if (until <= from) return "pause-ends-before-it-begins";
  if ((Date.parse(until) - Date.parse(from)) / DAY_MS > PAUSE_DAYS_MAX) return "pause-too-long";
  if (reason.trim() === "") return "pause-without-reason";
  if (requirements.length === 0 || regions.length === 0) return "pause-of-nothing";
  return null;
}
