import type { WhatIfRun } from "./what-if-job.ts";

/** Runs of an institution; a run belongs to it and is seen by nobody else. */
export interface WhatIfRunStore {
  /** Durable once resolved; replaces what is stored of the run. */
  save(run: WhatIfRun): Promise<void>;
  find(institution: string, id: string): Promise<WhatIfRun | null>;
  /** Newest first. */
  list(institution: string, limit: number): Promise<WhatIfRun[]>;
}
