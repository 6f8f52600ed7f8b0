import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  beginOperatorWhatIf,
  openPlatform,
  type WhatIfTally,
  whatIfPartsOf,
} from "@suzheng/server";
import { peakMemory } from "./process-usage.ts";
import { socketFolder } from "./temporary-platforms.ts";

export type WhatIfOnce = WhatIfTally & {
  seconds: number;
  /** Processor time of this process, both threads, in seconds. */
  cpuSeconds: number;
  peakBytes: number;
};

const PACK = resolve(import.meta.dirname, "../rule-packs/cnca-qms-01/2025");
const textOf = (name: string) => readFileSync(join(PACK, name), "utf8");

process.once("message", async (dataFolder: string) => {
  const platform = await openPlatform({ dataFolder });
  const texts = { pack: textOf("pack.yaml"), examples: textOf("examples.yaml") };
  const run = await beginOperatorWhatIf(platform, {
    since: "2000-01-01",
    institutions: null,
    base: { kind: "pack", institution: null, rule: "cnca-qms-01", version: "2025" },
    before: texts,
    after: texts,
    parameters: { onSiteDaysMax: 120, surveillanceIntervalMonths: 11 },
  });
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const { tally } = await whatIfPartsOf(platform).start(run, () => {}).ended;
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpuSeconds = (user + system) / 1e6;
  process.send?.({ ...tally, seconds, cpuSeconds, peakBytes: peakMemory() } satisfies WhatIfOnce);
  await platform.close();
  for (const path of socketFolder(platform)) rmSync(path, { recursive: true, force: true });
  process.disconnect();
});
