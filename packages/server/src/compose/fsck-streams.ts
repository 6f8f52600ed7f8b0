import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import type { StreamsThread } from "../ledger/fsck/fsck-parts.ts";
import type { StreamsJob, StreamsVerdict } from "../ledger/fsck/streams/check-streams.ts";
import { callWorker } from "./worker-calls.ts";

/** While one job waits for rows the other one is worked at. */
const JOBS_AT_A_TIME = 2;
/** Further ones lie ready for when the thread that hands them out is busy itself. */
const JOBS_MAX = 5;

/**
 * Nothing that it makes lives long. Set as a flag: one of the command line would go before the
 * limits of a thread.
 */
const NEW_OBJECTS_MB = 8;

export type StreamsStart = { connectionString: string; jobsAtATime: number };

/** Checks streams on a thread and connections of its own, while this one hashes. */
export function startStreamsThread(
  connectionString: string,
): StreamsThread & { end(): Promise<void> } {
  setFlagsFromString(`--max-semi-space-size=${NEW_OBJECTS_MB}`);
  const worker = new Worker(new URL("./fsck-streams-worker.ts", import.meta.url), {
    workerData: { connectionString, jobsAtATime: JOBS_AT_A_TIME } satisfies StreamsStart,
  });
  const { call, end } = callWorker<StreamsJob, StreamsVerdict>(worker, "checks streams");
  return { check: call, jobsMax: JOBS_MAX, end };
}
