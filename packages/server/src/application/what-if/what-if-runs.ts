import type { WhatIfRun } from "./what-if-job.ts";
import type { WhatIfProgress } from "./what-if-runner.ts";

export type LiveRuns = ReadonlyMap<string, WhatIfProgress>;

/** Runs under way or waiting in this process, beside those stored. */
export interface WhatIfRuns {
  /**
   * Goes on with a run, or begins it, as soon as those before it have ended. `busy`: one of the
   * same institution has not ended yet.
   */
  start(run: WhatIfRun): "started" | "busy";
  /**
   * Of all that are under way here or waiting, by id, as of now. Asked before the store is read, a
   * run that ends meanwhile is not taken for a broken one.
   */
  progress(): LiveRuns;
  /** Resolves once it has stopped and what it found is stored. */
  cancel(id: string): Promise<void>;
  /** Stops all within a page; what they have found is stored. */
  close(): Promise<void>;
}
