import { randomUUID } from "node:crypto";
import { CodedError } from "../application/coded-error.ts";
import { beginWhatIf, type WhatIfGiven } from "../application/what-if/begin-what-if.ts";
import { packRefused } from "../application/what-if/replay/packs-of.ts";
import type { WhatIfRun } from "../application/what-if/what-if-job.ts";
import type { WhatIfRunner } from "../application/what-if/what-if-runner.ts";
import { postgresHistoryReader } from "../postgres/what-if/history-reader.ts";
import { postgresWhatIfRunStore } from "../postgres/what-if/what-if-run-store.ts";
import type { Platform } from "./platform.ts";
import { startWhatIfThread } from "./what-if-thread.ts";

export type WhatIfPlatform = Pick<Platform, "pool" | "database" | "workspaces" | "now">;

/** Whose runs the command line starts. */
const OPERATOR = "operator";
const RUNS_KEPT = 20;

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

export type OperatorTry = Omit<WhatIfGiven, "institution" | "subject">;

/** A new run of the operator's over these institutions, or over all. */
export async function beginOperatorWhatIf(
  platform: WhatIfPlatform,
  job: OperatorTry,
): Promise<WhatIfRun> {
  const parts = whatIfPartsOf(platform);
  const known = (await parts.history.institutions()).map(({ approvalNumber }) => approvalNumber);
  const stranger = job.institutions?.find((one) => !known.includes(one));
  if (stranger !== undefined) throw institutionUnknown(stranger);
  const subject = { kind: "texts", institution: null, counter: null } as const;
  const begun = await beginWhatIf(parts, { ...job, institution: OPERATOR, subject });
  if (begun.outcome === "pack-refused") throw packRefused(begun.errors);
  if (begun.outcome === "changes-nothing") throw changesNothing();
  await parts.runs.save(begun.run, []);
  await parts.runs.keepNewest(OPERATOR, RUNS_KEPT);
  return begun.run;
}

const institutionUnknown = (given: string) =>
  new CodedError("what-if-institutions-unfit", {
    detail: { zh: `没有接入机构 \`${given}\`。`, en: `no body \`${given}\` is connected` },
    wayOut: { zh: "核对批准号。", en: "Check the approval number." },
  });

const changesNothing = () =>
  new CodedError("what-if-changes-nothing", {
    detail: {
      zh: "与所比较的版本相比，没有一项判定会不同。",
      en: "nothing that decides an outcome differs from the version compared with",
    },
    wayOut: {
      zh: "改变一个判定要用到的参数或要求；只影响期限的参数不能试算。",
      en: "Change a parameter or requirement that decides an outcome; deadlines cannot be tried.",
    },
  });

/** The operator's newest run that has not come to its end; null when there is none. */
export async function unfinishedOperatorWhatIf(
  platform: WhatIfPlatform,
): Promise<WhatIfRun | null> {
  const { runs } = whatIfPartsOf(platform);
  const heads = await runs.list(OPERATOR, RUNS_KEPT);
  const unfinished = heads.find(({ state }) => state !== "finished");
  return unfinished === undefined ? null : runs.find(unfinished);
}
