import { fork } from "node:child_process";
import { join } from "node:path";
import { type Bench, count, type Row, scaled } from "../figure.ts";
import { connectBodies, importFiles, writeReports } from "../sector-reports.ts";
import type { WhatIfOnce } from "../what-if-once.ts";

const CERTIFICATES = 40_000;
const BODIES = 12;
const ACTS = 1_000_000;
const MINUTES_MAX = 10;
const PEAK_BYTES_MAX = 2 ** 30;
const MB = 2 ** 20;

/** In a process of its own, so that memory is of this alone. */
async function tryInChild(dataFolder: string): Promise<WhatIfOnce> {
  const execArgv = ["--max-semi-space-size=32", "--max-old-space-size=512"];
  const child = fork(join(import.meta.dirname, "..", "what-if-once.ts"), { execArgv });
  child.send(dataFolder);
  const report = await new Promise<WhatIfOnce>((resolve, reject) => {
    child.once("message", (message) => resolve(message as WhatIfOnce));
    child.once("exit", (code) => reject(new Error(`the run ended with ${code}`)));
  });
  await new Promise((resolve) => child.once("close", resolve));
  return report;
}

/** Two parameters changed and tried on everything recorded; a million acts are reckoned from it. */
export async function figure(bench: Bench): Promise<Row[]> {
  const platform = await bench.platforms.open();
  const folder = bench.platforms.folder();
  const size = { bodies: BODIES, certificates: scaled(bench, CERTIFICATES, 400) };
  const { sector, files } = await writeReports(folder, size);
  await connectBodies(platform, sector.institutions);
  await importFiles(platform, files, folder);
  await platform.close();
  const once = await tryInChild(platform.dataFolder);
  const { read, tried, flipped, contradicted, seconds, cpuSeconds, peakBytes } = once;
  const minutes = ((seconds / read) * ACTS) / 60;
  return [
    {
      figure: "what-if",
      what: `${count(read)} recorded acts of ${BODIES} bodies, ${count(tried)} judged again`,
      measured: `${seconds.toFixed(1)} s, ${count(read / seconds)} acts/s`,
      limit: "",
      target: `${count(ACTS)} in ${MINUTES_MAX} minutes (${minutes.toFixed(1)} at this rate)`,
      met: minutes <= MINUTES_MAX,
      notes: [
        `${count(flipped)} with an outcome that flips; ${count(contradicted)} told otherwise than noted; ` +
          `${cpuSeconds.toFixed(1)} s of processor time beside the database; the start and the loading of ` +
          "the packs are in the time; the rate of the measured size is taken for a million",
      ],
    },
    {
      figure: "what-if",
      what: "peak memory of the process (VmHWM)",
      measured: `${count(peakBytes / MB)} MB`,
      limit: "",
      target: `${count(PEAK_BYTES_MAX / MB)} MB`,
      met: peakBytes < PEAK_BYTES_MAX,
      notes: [],
    },
  ];
}
