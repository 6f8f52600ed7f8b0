import type { WhatIfCase, WhatIfRun } from "./what-if-job.ts";

/** A run without the texts of its packs and what it counted, for lists. */
export type WhatIfRunHead = Omit<WhatIfRun, "job" | "tally"> & {
  readonly job: Omit<WhatIfRun["job"], "before" | "after">;
  readonly tally: Pick<WhatIfRun["tally"], "read" | "tried" | "flipped">;
};

/** Only cases of which these are so; left out: of any. */
export type CaseFilter = {
  readonly institution?: string | undefined;
  readonly requirement?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
};

/** The last case of a page: cases are ordered by institution, index and requirement. */
export type CasePlace = Pick<WhatIfCase, "institution" | "index" | "requirement">;

export type CasesAsked = {
  readonly filter: CaseFilter;
  readonly after: CasePlace | null;
  readonly limit: number;
};

export type RunName = { readonly institution: string; readonly id: string };

/** Runs of an institution; a run belongs to it and is seen by nobody else. */
export interface WhatIfRunStore {
  /**
   * Replaces what is stored of the run and adds the cases found since, both or neither; durable
   * once resolved.
   */
  save(run: WhatIfRun, cases: readonly WhatIfCase[]): Promise<void>;
  find(name: RunName): Promise<WhatIfRun | null>;
  /** Newest first. */
  list(institution: string, limit: number): Promise<WhatIfRunHead[]>;
  cases(name: RunName, asked: CasesAsked): Promise<WhatIfCase[]>;
  /** Removes the run with its cases. */
  remove(name: RunName): Promise<void>;
  /** Removes all but the newest, with their cases. */
  keepNewest(institution: string, count: number): Promise<void>;
}
