import type { WhatIfRun } from "./what-if-job.ts";
import type { WhatIfProgress } from "./what-if-runner.ts";

/** Runs under way in this process, beside those stored. */
export interface WhatIfRuns {
  /** Goes on with a run, or begins it. `busy`: as many as may run are under way. */
  start(run: WhatIfRun): "started" | "busy";
  /** Null when it is not under way here. */
  progress(id: string): WhatIfProgress | null;
  cancel(id: string): void;
  /** Stops all within a page; what they have found is stored. */
  close(): Promise<void>;
}
