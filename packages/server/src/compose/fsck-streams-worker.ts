import { parentPort, workerData } from "node:worker_threads";
import { checkStreams, type StreamsJob } from "../ledger/fsck/check-streams.ts";
import { openPool } from "../postgres/database.ts";
import { postgresFsckStore } from "../postgres/fsck-store.ts";

// The other half of fsck-streams.ts: one job after the other, each on the moment that it names.
const { connectionString } = workerData as { connectionString: string };
const pool = openPool(connectionString, 1);
const store = postgresFsckStore(pool);
let working: Promise<unknown> = Promise.resolve();

async function work({ id, job }: { id: number; job: StreamsJob }): Promise<void> {
  try {
    const verdict = await store.at((snapshot) => checkStreams(snapshot, job), job.moment);
    parentPort?.postMessage({ id, verdict }, [verdict.pairs.bytes.buffer]);
  } catch (fault) {
    parentPort?.postMessage({ id, fault });
  }
}

parentPort?.on("message", (message: { id: number; job: StreamsJob } | "end") => {
  working = working.then(() => (message === "end" ? end() : work(message)));
});

async function end(): Promise<void> {
  await pool.end();
  parentPort?.close();
}
