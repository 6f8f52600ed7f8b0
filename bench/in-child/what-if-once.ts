import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  beginOperatorWhatIf,
  type OperatorTry,
  openPlatform,
  type WhatIfTally,
  whatIfPartsOf,
} from "@suzheng/server";
import { socketFolder } from "../installations/temporary-platforms.ts";
import { peakMemory, postgresMemory, useOf } from "../process-usage.ts";

export type WhatIfAsked = { dataFolder: string; what: "parameters" | "totals" };

export type WhatIfOnce = WhatIfTally & {
  seconds: number;
  /** Processor time of this process, both threads, and of the database, in seconds. */
  nodeSeconds: number;
  postgresSeconds: number;
  /** Of this process, and of it and the database at the same time. */
  peakBytes: number;
  peakBytesOfAll: number;
};

const MEMORY_EVERY_MS = 500;
const PACKS = resolve(import.meta.dirname, "../../rule-packs");
const textsOf = (pack: string) => ({
  pack: readFileSync(join(PACKS, pack, "pack.yaml"), "utf8"),
  examples: readFileSync(join(PACKS, pack, "examples.yaml"), "utf8"),
});
const EVERYTHING = { since: "2000-01-01", institutions: null };
const NONE = { kind: "none", institution: null, rule: "", version: "" } as const;

/** Other values for two parameters, of facts that verdicts noted. */
function changedParameters(): OperatorTry {
  const texts = textsOf("cnca-qms-01/2025");
  const base = { kind: "pack", institution: null, rule: "cnca-qms-01", version: "2025" } as const;
  const parameters = { onSiteDaysMax: 120, surveillanceIntervalMonths: 11 };
  return { ...EVERYTHING, base, before: texts, after: texts, parameters };
}

/** The limits of another scheme for everybody, of whom mostly no verdict noted the totals. */
function forEveryScheme(): OperatorTry {
  const { pack, examples } = textsOf("cnca-isms/2026");
  const after = { pack: pack.replace(/^schemes: .*$/m, "schemes: [ANY]"), examples };
  return { ...EVERYTHING, base: NONE, before: null, after, parameters: {} };
}

process.once("message", async ({ dataFolder, what }: WhatIfAsked) => {
  const platform = await openPlatform({ dataFolder });
  const asked = what === "totals" ? forEveryScheme() : changedParameters();
  const run = await beginOperatorWhatIf(platform, asked);
  let peakBytesOfAll = 0;
  const look = () => {
    const all = process.memoryUsage.rss() + postgresMemory(dataFolder);
    peakBytesOfAll = Math.max(peakBytesOfAll, all);
  };
  const timer = setInterval(look, MEMORY_EVERY_MS);
  const { result, use } = await useOf(
    dataFolder,
    () => whatIfPartsOf(platform).start(run, () => {}).ended,
  );
  clearInterval(timer);
  look();
  const once: WhatIfOnce = {
    ...result.tally,
    seconds: use.seconds,
    nodeSeconds: use.nodeUs / 1e6,
    postgresSeconds: use.postgresUs / 1e6,
    peakBytes: peakMemory(),
    peakBytesOfAll,
  };
  process.send?.(once);
  await platform.close();
  for (const path of socketFolder(platform)) rmSync(path, { recursive: true, force: true });
  process.disconnect();
});
