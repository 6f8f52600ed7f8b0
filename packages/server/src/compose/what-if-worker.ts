import { parentPort, workerData } from "node:worker_threads";
import { runWhatIf } from "../application/what-if/replay/run-what-if.ts";
import type { WhatIfRun } from "../application/what-if/what-if-job.ts";
import type { WhatIfProgress } from "../application/what-if/what-if-runner.ts";
import { postgresWorkspaces } from "../postgres/accounts/workspace.ts";
import { openPool, poolDatabase } from "../postgres/database.ts";
import { postgresHistoryReader } from "../postgres/what-if/history-reader.ts";
import { holdRun } from "../postgres/what-if/hold-run.ts";
import { postgresWhatIfRunStore } from "../postgres/what-if/what-if-run-store.ts";
import { STOP_REASONS, type WhatIfAnswer, type WhatIfStart } from "./what-if-thread.ts";

// The other half of what-if-thread.ts: one run, then the thread ends.
const CONNECTIONS_MAX = 3;
const PROGRESS_EVERY_MS = 200;
const { connectionString, run, stop } = workerData as WhatIfStart;
const pool = openPool(connectionString, CONNECTIONS_MAX);
const database = poolDatabase(pool);
const post = (answer: WhatIfAnswer) => parentPort?.postMessage(answer);
let toldAt = Number.NEGATIVE_INFINITY;

function tell(progress: WhatIfProgress): void {
  const now = performance.now();
  if (now - toldAt < PROGRESS_EVERY_MS) return;
  toldAt = now;
  post({ progress });
}

const flag = new Int32Array(stop);
try {
  const giveBack = await holdRun(pool, run.id);
  if (giveBack === null) {
    post({ heldElsewhere: true });
  } else {
    try {
      post({ end: await goOn() });
    } finally {
      await giveBack();
    }
  }
} catch (fault) {
  post({ fault });
} finally {
  await pool.end();
}

/** From where it stands now: another process may have gone on with it since the caller looked. */
async function goOn(): Promise<WhatIfRun> {
  const runs = postgresWhatIfRunStore(await postgresWorkspaces(database));
  const parts = {
    history: postgresHistoryReader(database),
    runs,
    elapsedMs: () => performance.now(),
    stopReason: () => STOP_REASONS[Atomics.load(flag, 0)] ?? null,
    onProgress: tell,
  };
  return runWhatIf(parts, (await runs.find(run)) ?? run);
}
