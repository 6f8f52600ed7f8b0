import { parentPort, workerData } from "node:worker_threads";
import { runWhatIf } from "../application/what-if/run-what-if.ts";
import type { WhatIfRun } from "../application/what-if/what-if-job.ts";
import { postgresWorkspaces } from "../postgres/accounts/workspace.ts";
import { openPool, poolDatabase } from "../postgres/database.ts";
import { postgresHistoryReader } from "../postgres/what-if/history-reader.ts";
import { postgresWhatIfRunStore } from "../postgres/what-if/what-if-run-store.ts";
import type { WhatIfAnswer, WhatIfStart } from "./what-if-thread.ts";

// The other half of what-if-thread.ts: one run, then the thread ends.
const CONNECTIONS_MAX = 3;
const PROGRESS_EVERY_MS = 200;
const { connectionString, run, cancelled } = workerData as WhatIfStart;
const pool = openPool(connectionString, CONNECTIONS_MAX);
const database = poolDatabase(pool);
const post = (answer: WhatIfAnswer) => parentPort?.postMessage(answer);
let toldAt = 0;

function tell({ tally, state }: WhatIfRun): void {
  const now = performance.now();
  if (now - toldAt < PROGRESS_EVERY_MS) return;
  toldAt = now;
  const { read, tried, flipped } = tally;
  post({ progress: { state, read, tried, flipped, entriesTotal: run.entriesTotal } });
}

const flag = new Int32Array(cancelled);
try {
  const end = await runWhatIf(
    {
      history: postgresHistoryReader(database),
      runs: postgresWhatIfRunStore(await postgresWorkspaces(database)),
      elapsedMs: () => performance.now(),
      isCancelled: () => Atomics.load(flag, 0) !== 0,
      onProgress: tell,
    },
    run,
  );
  post({ end });
} catch (fault) {
  post({ fault });
} finally {
  await pool.end();
}
