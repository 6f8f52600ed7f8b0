import { Worker } from "node:worker_threads";
import type { WhatIfRun } from "../application/what-if/what-if-job.ts";
import type { WhatIfProgress, WhatIfRunning } from "../application/what-if/what-if-runner.ts";

export type WhatIfStart = {
  connectionString: string;
  run: WhatIfRun;
  /** One Int32, not 0 once the run is to stop. */
  cancelled: SharedArrayBuffer;
};

export type WhatIfAnswer = { progress: WhatIfProgress } | { end: WhatIfRun } | { fault: unknown };

/** Judging a million acts on a thread of its own, so that whoever asked stays responsive. */
export function startWhatIfThread(
  connectionString: string,
  run: WhatIfRun,
  onProgress: (progress: WhatIfProgress) => void,
): WhatIfRunning {
  const cancelled = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const start: WhatIfStart = { connectionString, run, cancelled };
  const worker = new Worker(new URL("./what-if-worker.ts", import.meta.url), { workerData: start });
  const ended = new Promise<WhatIfRun>((resolve, reject) => {
    worker.on("message", (answer: WhatIfAnswer) => {
      if ("progress" in answer) onProgress(answer.progress);
      else if ("end" in answer) resolve(answer.end);
      else reject(answer.fault);
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread that tries the past has ended")));
  });
  return {
    ended,
    cancel: () => {
      Atomics.store(new Int32Array(cancelled), 0, 1);
    },
  };
}
