import type { LocalText, Outcome, ParameterValues } from "@suzheng/rules";

export type RulePackTexts = { readonly pack: string; readonly examples: string };

/** A log to look at, up to the size that it had when the run began. */
export type WhatIfLog = { readonly institution: string; readonly entries: number };

/** What is tried out, in words: `texts` are those of a folder or of a request. */
export type WhatIfSubject = {
  readonly kind: "parameters" | "draft" | "filed" | "texts";
  /** Of a draft or a filed version; null for the packs of the platform. */
  readonly institution: string | null;
  readonly rule: string;
  readonly version: string;
  readonly title: LocalText;
  /** Of a draft: which saved state of it. */
  readonly counter: number | null;
  readonly parameters: readonly {
    readonly id: string;
    readonly before: string | number | boolean | null;
    readonly after: string | number | boolean | null;
  }[];
};

/** In whose place: what the outcomes of the subject are compared with. */
export type WhatIfBase = {
  readonly kind: "none" | "pack" | "filed";
  readonly institution: string | null;
  readonly rule: string;
  readonly version: string;
};

/** A requirement that differs from the base: only these are tried. */
export type TriedRequirement = {
  readonly requirement: string;
  readonly clause: string;
  readonly title: LocalText;
  /** Null where neither pack lists the clause. */
  readonly clauseTitle: LocalText | null;
  readonly on: string;
};

/** What is tried out on the past. Plain, so that it can be stored and handed to a thread. */
export type WhatIfJob = {
  /** Acts that occurred on this day or later. */
  readonly since: string;
  /** In this order. */
  readonly logs: readonly WhatIfLog[];
  readonly subject: WhatIfSubject;
  readonly base: WhatIfBase;
  readonly requirements: readonly TriedRequirement[];
  /** Null: nothing like it was in force, so whatever applies is new. */
  readonly before: RulePackTexts | null;
  readonly after: RulePackTexts;
  /** Values tried in place of the parameters of `after`; none: as its text says. */
  readonly parameters: ParameterValues;
};

/** A requirement whose outcome on an act flips, and where to read about the act. */
export type WhatIfCase = {
  readonly institution: string;
  /** Place of the act in its log. */
  readonly index: number;
  readonly type: string;
  readonly occurredOn: string;
  /** Null for an audit plan, which stands before any certificate. */
  readonly certificate: string | null;
  readonly requirement: string;
  readonly clause: string;
  readonly before: Outcome;
  readonly after: Outcome;
};

export type WhatIfCount = Pick<
  WhatIfCase,
  "institution" | "requirement" | "clause" | "before" | "after"
> & { readonly acts: number };

/** Acts by both outcomes of a requirement, those that stay included. */
export type RequirementTally = {
  readonly requirement: string;
  readonly outcomes: readonly {
    readonly before: Outcome;
    readonly after: Outcome;
    readonly acts: number;
  }[];
  /** Facts that were not known, with the acts of which one outcome cannot be told for it. */
  readonly missing: readonly { readonly fact: string; readonly acts: number }[];
};

export type WhatIfTally = {
  /** Entries read, whatever they are. */
  readonly read: number;
  /** Acts since the day to which a requirement that differs looks. */
  readonly tried: number;
  /** Acts tried of which at least one outcome flips. */
  readonly flipped: number;
  /** Acts whose facts, told again from the log, differ from those noted in their verdicts. */
  readonly contradicted: number;
  readonly requirements: readonly RequirementTally[];
  /** Flips by institution, requirement and both outcomes, the most frequent first. */
  readonly counts: readonly WhatIfCount[];
};

/** Where a run stands: everything before it is in the tally. */
export type WhatIfCursor = {
  /** Place in the job's list of logs. */
  readonly log: number;
  /** The last entry looked at in that log; null before the first. */
  readonly stream: string | null;
  readonly version: number;
};

/**
 * `waiting`: for its turn; `cancelled`: by a person; `interrupted`: by the end of the process. The
 * last two and `failed` can go on from where they stood.
 */
export type WhatIfState =
  | "waiting"
  | "running"
  | "cancelled"
  | "interrupted"
  | "failed"
  | "finished";

export type WhatIfRun = {
  readonly id: string;
  /** For whom it runs; `operator` for the command line. */
  readonly institution: string;
  readonly job: WhatIfJob;
  readonly state: WhatIfState;
  readonly cursor: WhatIfCursor;
  readonly tally: WhatIfTally;
  readonly startedAt: string;
};

export const entriesOf = ({ logs }: Pick<WhatIfJob, "logs">): number =>
  logs.reduce((sum, { entries }) => sum + entries, 0);
