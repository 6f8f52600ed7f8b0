import type { WhatIfRun, WhatIfState } from "./what-if-job.ts";

/** Somebody ended it, or the server is stopping. */
export type StopReason = Extract<WhatIfState, "cancelled" | "interrupted">;

export type WhatIfProgress = {
  /** `stopping`: it was asked to stop and will have stopped within a page. Never stored. */
  readonly state: WhatIfState | "stopping";
  readonly read: number;
  readonly entriesTotal: number;
  readonly tried: number;
  readonly flipped: number;
  /** Entries of the present log read to count persons' totals; null: it is not being counted. */
  readonly counted: number | null;
};

export type WhatIfRunning = {
  /** The run as stored at its end; rejects on a fault of ours or a pack that does not hold. */
  readonly ended: Promise<WhatIfRun>;
  /** The run stops within a page and can go on from there later. */
  stop(reason: StopReason): void;
};

/** Starts or goes on with a run beside the thread that asks. */
export type WhatIfRunner = (
  run: WhatIfRun,
  onProgress: (progress: WhatIfProgress) => void,
) => WhatIfRunning;
