import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { ImportRun } from "@suzheng/api-contract";
import { type ApiServer, askServer } from "./api-client.ts";
import type { Progress } from "./progress-bar.ts";

export type Upload = {
  dryRun: boolean;
  allOrNothing: boolean;
  onProgress(progress: Progress): void;
};

const ASK_EVERY_MS = 300;
const UNDER_WAY: readonly ImportRun["state"][] = ["waiting", "running"];

/** Hands files in to a running server and follows the run to its end. */
export async function uploadReports(
  api: ApiServer,
  files: readonly string[],
  { dryRun, allOrNothing, onProgress }: Upload,
): Promise<ImportRun> {
  const form = new FormData();
  for (const file of files) form.append("files", await openAsBlob(file), basename(file));
  const path = `/api/v1/imports?dryRun=${dryRun}&allOrNothing=${allOrNothing}`;
  const started = await askServer(api, path, { method: "POST", body: form });
  let run = (await started.json()) as ImportRun;
  while (UNDER_WAY.includes(run.state)) {
    await wait(ASK_EVERY_MS);
    run = (await (await askServer(api, `/api/v1/imports/${run.id}`)).json()) as ImportRun;
    onProgress(run);
  }
  return run;
}
