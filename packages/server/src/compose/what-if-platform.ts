import { randomUUID } from "node:crypto";
import { beginWhatIf } from "../application/what-if/begin-what-if.ts";
import type { WhatIfJob, WhatIfRun } from "../application/what-if/what-if-job.ts";
import type { WhatIfRunner } from "../application/what-if/what-if-runner.ts";
import { postgresHistoryReader } from "../postgres/what-if/history-reader.ts";
import { postgresWhatIfRunStore } from "../postgres/what-if/what-if-run-store.ts";
import type { Platform } from "./platform.ts";
import { startWhatIfThread } from "./what-if-thread.ts";

export type WhatIfPlatform = Pick<Platform, "pool" | "database" | "workspaces" | "now">;

/** Whose runs the command line starts. */
const OPERATOR = "operator";

export function whatIfPartsOf({ pool, database, workspaces, now }: WhatIfPlatform) {
  const start: WhatIfRunner = (run, onProgress) => {
    const { connectionString } = pool.options;
    if (connectionString === undefined) throw new Error("a pool is opened by its address");
    return startWhatIfThread(connectionString, run, onProgress);
  };
  return {
    history: postgresHistoryReader(database),
    runs: postgresWhatIfRunStore(workspaces),
    newId: () => randomUUID(),
    now,
    start,
  };
}

/** A new run of the operator's over these institutions, or over all. */
export async function beginOperatorWhatIf(
  platform: WhatIfPlatform,
  job: Omit<WhatIfJob, "institutions"> & { institutions: readonly string[] | null },
): Promise<WhatIfRun> {
  return beginWhatIf(whatIfPartsOf(platform), { institution: OPERATOR, ...job });
}

/** The operator's newest run that has not come to its end; null when there is none. */
export async function unfinishedOperatorWhatIf(
  platform: WhatIfPlatform,
): Promise<WhatIfRun | null> {
  const runs = await whatIfPartsOf(platform).runs.list(OPERATOR, 20);
  return runs.find(({ state }) => state !== "finished") ?? null;
}
