import { parentPort, workerData } from "node:worker_threads";
import { groupCommitLedger } from "../ledger/group-commit.ts";
import { openPool, poolDatabase } from "../postgres/database.ts";
import { postgresLogStore } from "../postgres/log-store.ts";
import { projectActs } from "../postgres/project-acts.ts";
import type { AppendAnswer, AppendJob } from "./appender-thread.ts";

// The other half of appender-thread.ts.
const CONNECTIONS_MAX = 4;
const { connectionString } = workerData as { connectionString: string };
const pool = openPool(connectionString, CONNECTIONS_MAX);
const ledger = groupCommitLedger(postgresLogStore(poolDatabase(pool), projectActs), () =>
  new Date().toISOString(),
);

async function answer({ id, request }: AppendJob): Promise<AppendAnswer> {
  try {
    const outcome = await ledger.append(request);
    return { id, outcome: outcome.ok ? { ok: true } : outcome };
  } catch (fault) {
    return { id, fault };
  }
}

parentPort?.on("message", async (message: AppendJob | "end") => {
  if (message === "end") {
    await pool.end();
    parentPort?.close();
  } else {
    parentPort?.postMessage(await answer(message));
  }
});
