import { fork } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { openPlatform } from "@suzheng/server";
import { type Bench, count, type Row, scaled, times } from "../figure.ts";
import type { FsckOnce } from "../in-child/fsck-once.ts";
import { connectBodies, importFiles, writeReports } from "../installations/sector-reports.ts";
import { socketFolder } from "../installations/temporary-platforms.ts";
import { type Hashing, hashEntries, hashFiles, hashRows } from "../limits/fsck-bytes.ts";

const CERTIFICATES = 50_000;
const BODIES = 12;
const SHARE_OF_HASHING = 0.4;
/** Peaks differ with the moment of a collection; growth with the rows would be a factor of four. */
const FLAT_WITHIN = 1.25;
const MB = 2 ** 20;

/** The data folder of an installation with the reports of so many certificates. */
async function fill(bench: Bench, certificates: number): Promise<string> {
  const platform = await bench.platforms.open();
  const folder = bench.platforms.folder();
  const { sector, files } = await writeReports(folder, { bodies: BODIES, certificates });
  await connectBodies(platform, sector.institutions);
  await importFiles(platform, files, folder);
  await platform.publisher.publish();
  await platform.close();
  return platform.dataFolder;
}

/** In a process of its own, with the limits that the command sets itself. */
async function fsckInChild(dataFolder: string): Promise<FsckOnce> {
  const execArgv = ["--max-semi-space-size=32", "--max-old-space-size=512"];
  const child = fork(join(import.meta.dirname, "..", "in-child", "fsck-once.ts"), { execArgv });
  child.send(dataFolder);
  const report = await new Promise<FsckOnce>((resolve, reject) => {
    child.once("message", (message) => resolve(message as FsckOnce));
    child.once("exit", (code) => reject(new Error(`the check ended with ${code}`)));
  });
  await new Promise((resolve) => child.once("close", resolve));
  return report;
}

async function hashAlone(
  dataFolder: string,
): Promise<Record<"entries" | "files" | "rows", Hashing>> {
  const platform = await openPlatform({ dataFolder });
  // Compiles the hash calls.
  await hashRows(platform);
  const entries = await hashEntries(platform);
  const files = await hashFiles(platform);
  const rows = await hashRows(platform);
  await platform.close();
  for (const path of socketFolder(platform)) rmSync(path, { recursive: true, force: true });
  return { entries, files, rows };
}

/** Recomputing everything from the entries, against hashing what is read and nothing else. */
export async function figure(bench: Bench): Promise<Row[]> {
  const certificates = scaled(bench, CERTIFICATES, 400);
  const quarter = await fsckInChild(await fill(bench, Math.round(certificates / 4)));
  const dataFolder = await fill(bench, certificates);
  const full = await fsckInChild(dataFolder);
  const alone = await hashAlone(dataFolder);
  return [rateRow(full, alone), memoryRow(full, quarter)];
}

type Alone = Awaited<ReturnType<typeof hashAlone>>;

const megabytes = (bytes: number) => `${count(bytes / 1e6)} MB`;

function rateRow(report: FsckOnce, { entries, files, rows }: Alone): Row {
  const seconds = entries.seconds + files.seconds + rows.seconds;
  const bytes = entries.bytes + files.bytes + rows.bytes;
  const ratio = seconds / report.seconds;
  const rate = (size: number, time: number) => `${megabytes(size / time)}/s`;
  const found = report.ok
    ? "no damage found"
    : `${report.damaged} damages, the first: ${JSON.stringify(report.damages[0])}`;
  return {
    figure: "fsck",
    what:
      `${count(report.entries)} entries in ${BODIES} logs: ${megabytes(entries.bytes)} of entries, ` +
      `${megabytes(files.bytes)} of published files, ${megabytes(rows.bytes)} of other rows`,
    measured:
      `${rate(bytes, report.seconds)}, ${count(report.entries / report.seconds)} entries/s ` +
      `(${rate(entries.bytes, report.seconds)} of entries)`,
    limit: `${rate(bytes, seconds)} hashing all these bytes once, on one thread`,
    target: `${SHARE_OF_HASHING} × hashing (${times(ratio)})`,
    met: report.ok && ratio >= SHARE_OF_HASHING,
    notes: [
      `${found}; ${report.seconds.toFixed(1)} s (${report.processorSeconds.toFixed(1)} s of processor time ` +
        `on its threads), hashing ${seconds.toFixed(2)} s; of the entries alone ` +
        `with their tree and map ${entries.seconds.toFixed(2)} s (${times(entries.seconds / report.seconds)})`,
    ],
  };
}

function memoryRow(full: FsckOnce, quarter: FsckOnce): Row {
  const growth = full.peakBytes / quarter.peakBytes;
  const mebibytes = (bytes: number) => `${count(bytes / MB)} MB`;
  return {
    figure: "fsck",
    what: "peak memory of the process (VmHWM)",
    measured: mebibytes(full.peakBytes),
    limit: `${mebibytes(quarter.peakBytes)} with ${count(quarter.entries)} entries`,
    target: `within ${FLAT_WITHIN} × of the quarter (${times(growth)})`,
    met: growth <= FLAT_WITHIN,
    notes: [],
  };
}
