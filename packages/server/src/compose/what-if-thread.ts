import { Worker } from "node:worker_threads";
import { CodedError } from "../application/coded-error.ts";
import type { WhatIfRun } from "../application/what-if/what-if-job.ts";
import type {
  StopReason,
  WhatIfProgress,
  WhatIfRunning,
} from "../application/what-if/what-if-runner.ts";

/** What stands in the shared Int32: 0 to go on, otherwise why to stop. */
export const STOP_REASONS: readonly (StopReason | null)[] = [null, "cancelled", "interrupted"];

export type WhatIfStart = {
  connectionString: string;
  run: WhatIfRun;
  /** One Int32, a place in `STOP_REASONS`. */
  stop: SharedArrayBuffer;
};

export type WhatIfAnswer =
  | { progress: WhatIfProgress }
  | { end: WhatIfRun }
  | { heldElsewhere: true }
  | { fault: unknown };

/** Pages come and go: more room is only more garbage. Attendances of a log are beside the heap. */
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48 };

/** Judging a million acts on a thread of its own, so that whoever asked stays responsive. */
export function startWhatIfThread(
  connectionString: string,
  run: WhatIfRun,
  onProgress: (progress: WhatIfProgress) => void,
): WhatIfRunning {
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const start: WhatIfStart = { connectionString, run, stop };
  const worker = new Worker(new URL("./what-if-worker.ts", import.meta.url), {
    workerData: start,
    resourceLimits: MEMORY,
  });
  const ended = new Promise<WhatIfRun>((resolve, reject) => {
    worker.on("message", (answer: WhatIfAnswer) => {
      if ("progress" in answer) onProgress(answer.progress);
      else if ("end" in answer) resolve(answer.end);
      else if ("heldElsewhere" in answer) reject(heldElsewhere());
      else reject(answer.fault);
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread that tries the past has ended")));
  });
  return {
    ended,
    stop: (reason) => {
      Atomics.store(new Int32Array(stop), 0, STOP_REASONS.indexOf(reason));
    },
  };
}

const heldElsewhere = () =>
  new CodedError("what-if-running", {
    detail: {
      zh: "这次试算正由另一个进程进行。",
      en: "another process is at this run",
    },
    wayOut: { zh: "等它结束。", en: "Wait for its end." },
  });
