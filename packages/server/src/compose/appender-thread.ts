import { Worker } from "node:worker_threads";
import type { AppenderThread, AppendRefused, AppendRequest } from "../application/ledger/ledger.ts";
import { callWorker } from "./worker-calls.ts";

export type AppendOutcome = { ok: true } | AppendRefused;

/** It holds the acts of two chunks of an import and no more. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 96 };

/** A ledger on a thread and a connection of its own. */
export function startAppenderThread(connectionString: string): AppenderThread {
  const worker = new Worker(new URL("./appender-thread-worker.ts", import.meta.url), {
    workerData: { connectionString },
    resourceLimits: RESOURCE_LIMITS,
  });
  const { call, end } = callWorker<AppendRequest, AppendOutcome>(worker, "records");
  return { append: call, end };
}
