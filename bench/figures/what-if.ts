import { fork } from "node:child_process";
import { join } from "node:path";
import { type Bench, count, type Row, scaled } from "../figure.ts";
import type { WhatIfAsked, WhatIfOnce } from "../in-child/what-if-once.ts";
import { multiplyEntries } from "../installations/many-entries.ts";
import { connectBodies, importFiles, writeReports } from "../installations/sector-reports.ts";

/** Imported as bodies report, about five acts each; then told of as many more certificates. */
const CERTIFICATES = 20_000;
const TIMES = 10;
const BODIES = 12;
const ACTS = 1_000_000;
const MINUTES_MAX = 10;
const PEAK_BYTES_MAX = 2 ** 30;
const MB = 2 ** 20;

/** In a process of its own, so that memory is of this alone. */
async function tryInChild(asked: WhatIfAsked): Promise<WhatIfOnce> {
  const child = fork(join(import.meta.dirname, "..", "in-child", "what-if-once.ts"));
  child.send(asked);
  const report = await new Promise<WhatIfOnce>((resolve, reject) => {
    child.once("message", (message) => resolve(message as WhatIfOnce));
    child.once("exit", (code) => reject(new Error(`the run ended with ${code}`)));
  });
  await new Promise((resolve) => child.once("close", resolve));
  return report;
}

/** Parameters and a draft tried on everything that 12 bodies recorded. */
export async function figure(bench: Bench): Promise<Row[]> {
  const platform = await bench.platforms.open();
  const { dataFolder } = platform;
  const folder = bench.platforms.folder();
  const size = { bodies: BODIES, certificates: scaled(bench, CERTIFICATES, 400) };
  const { sector, files } = await writeReports(folder, size);
  await connectBodies(platform, sector.institutions);
  await importFiles(platform, files, folder);
  await platform.close();
  const totals = await tryInChild({ dataFolder, what: "totals" });
  const again = await bench.platforms.reopen(dataFolder);
  await multiplyEntries(again, TIMES);
  await again.close();
  const parameters = await tryInChild({ dataFolder, what: "parameters" });
  return [rateRow(bench, parameters), ...memoryRows(parameters), totalsRow(totals)];
}

const rateOf = ({ read, seconds }: WhatIfOnce) => `${count(read / seconds)} acts/s`;

const processorOf = ({ nodeSeconds, postgresSeconds }: WhatIfOnce) =>
  `${nodeSeconds.toFixed(1)} s of processor time, ${postgresSeconds.toFixed(1)} s of the database's`;

function rateRow(bench: Bench, once: WhatIfOnce): Row {
  const { read, tried, flipped, contradicted, seconds } = once;
  const minutes = seconds / 60;
  const isWhole = bench.scale === 1;
  return {
    figure: "what-if",
    what: `${count(read)} recorded acts of ${BODIES} bodies, ${count(tried)} judged again`,
    measured: `${seconds.toFixed(1)} s, ${rateOf(once)}`,
    limit: "",
    target: `${count(ACTS)} in ${MINUTES_MAX} minutes`,
    met: isWhole ? read >= ACTS && minutes <= MINUTES_MAX : null,
    notes: [
      `two parameters changed, every flip stored; ${count(flipped)} acts with an outcome that flips, ` +
        `${count(contradicted)} told otherwise than noted; ${processorOf(once)}; the start and the ` +
        "loading of the packs are in the time",
    ],
  };
}

function memoryRows({ peakBytes, peakBytesOfAll }: WhatIfOnce): Row[] {
  const row = (what: string, bytes: number): Row => ({
    figure: "what-if",
    what,
    measured: `${count(bytes / MB)} MB`,
    limit: "",
    target: `${count(PEAK_BYTES_MAX / MB)} MB`,
    met: bytes < PEAK_BYTES_MAX,
    notes: [],
  });
  return [
    row("peak memory of the process (VmHWM)", peakBytes),
    row("the same with PostgreSQL, its 512 MB of shared buffers included", peakBytesOfAll),
  ];
}

function totalsRow(once: WhatIfOnce): Row {
  const { read, tried, seconds, peakBytes } = once;
  return {
    figure: "what-if",
    what: `${count(read)} recorded acts, persons' totals counted again, ${count(tried)} judged`,
    measured: `${seconds.toFixed(1)} s, ${rateOf(once)}`,
    limit: "",
    target: "none",
    met: null,
    notes: [
      `a draft for everybody, of whom mostly no verdict noted the totals; each log is read twice; ` +
        `${count(peakBytes / MB)} MB at most, ${processorOf(once)}`,
    ],
  };
}
