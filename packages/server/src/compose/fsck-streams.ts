import { Worker } from "node:worker_threads";
import type { StreamsCheck, StreamsJob, StreamsVerdict } from "../ledger/fsck/check-streams.ts";
import { callWorker } from "./worker-calls.ts";

export type StreamsThread = { check: StreamsCheck; end(): Promise<void> };

/** Checks streams on a thread and a connection of its own, while this one hashes. */
export function startStreamsThread(connectionString: string): StreamsThread {
  const worker = new Worker(new URL("./fsck-streams-worker.ts", import.meta.url), {
    workerData: { connectionString },
  });
  const { call, end } = callWorker<StreamsJob, StreamsVerdict>(worker, "checks streams");
  return { check: call, end };
}
