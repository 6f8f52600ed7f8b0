import type { WhatIfRun } from "./what-if-job.ts";

/** Runs of an owner; a run belongs to it and is seen by nobody else. */
export interface WhatIfRunStore {
  /** Durable once resolved; replaces what is stored of the run. */
  save(run: WhatIfRun): Promise<void>;
  find(owner: string, id: string): Promise<WhatIfRun | null>;
  /** Newest first. */
  list(owner: string, limit: number): Promise<WhatIfRun[]>;
}
