import type { Outcome, ParameterValues } from "@suzheng/rules";

export type RulePackTexts = { readonly pack: string; readonly examples: string };

/** What is tried out on the past. Plain, so that it can be stored and handed to a thread. */
export type WhatIfJob = {
  /** Acts that occurred on this day or later. */
  readonly since: string;
  /** Logs to look at, in this order. */
  readonly institutions: readonly string[];
  /** Null: nothing like it was in force, so whatever applies is new. */
  readonly before: RulePackTexts | null;
  readonly after: RulePackTexts;
  /** Values tried in place of the parameters of `after`; none: as its text says. */
  readonly parameters: ParameterValues;
};

/** An act of which an outcome flips, and where to read about it. */
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

export type WhatIfTally = {
  /** Entries read, whatever they are. */
  readonly read: number;
  /** Acts of a type and scheme that the packs judge, since the day. */
  readonly tried: number;
  /** Acts tried of which at least one outcome flips. */
  readonly flipped: number;
  /** Acts whose facts, told again from the log, differ from those noted in their verdicts. */
  readonly contradicted: number;
  /** By institution, requirement and both outcomes. */
  readonly counts: readonly WhatIfCount[];
  /** The first ones of every requirement and both outcomes. */
  readonly cases: readonly WhatIfCase[];
};

/** Where a run stands: everything before it is in the tally. */
export type WhatIfCursor = {
  /** Place in the job's list. */
  readonly institution: number;
  /** The last entry looked at in that log; null before the first. */
  readonly stream: string | null;
  readonly version: number;
};

export type WhatIfState = "running" | "cancelled" | "failed" | "finished";

export type WhatIfRun = {
  readonly id: string;
  /** For whom it runs; `operator` for the command line. */
  readonly institution: string;
  readonly job: WhatIfJob;
  readonly state: WhatIfState;
  readonly cursor: WhatIfCursor;
  readonly tally: WhatIfTally;
  /** Entries in the logs when the run began. */
  readonly entriesTotal: number;
  readonly startedAt: string;
};
