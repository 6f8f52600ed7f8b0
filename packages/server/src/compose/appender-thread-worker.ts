import { workerData } from "node:worker_threads";
import type { AppendRequest } from "../application/ledger/ledger.ts";
import { groupCommitLedger } from "../ledger/group-commit.ts";
import { openPool, poolDatabase } from "../postgres/database.ts";
import { postgresLogStore } from "../postgres/ledger/log-store.ts";
import { projectActs } from "../postgres/ledger/project-acts.ts";
import type { AppendOutcome } from "./appender-thread.ts";
import { answerCalls } from "./worker-calls.ts";

// The other half of appender-thread.ts.
const CONNECTIONS_MAX = 4;
const { connectionString } = workerData as { connectionString: string };
const pool = openPool(connectionString, CONNECTIONS_MAX);
const ledger = groupCommitLedger(postgresLogStore(poolDatabase(pool), projectActs), () =>
  new Date().toISOString(),
);

answerCalls<AppendRequest, AppendOutcome>({
  async answer(request) {
    const outcome = await ledger.append(request);
    return outcome.ok ? { ok: true } : outcome;
  },
  end: () => pool.end(),
});
