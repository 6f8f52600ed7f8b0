import { fork } from "node:child_process";
import { join } from "node:path";
import { type Bench, count, type Row, scaled, times } from "../figure.ts";
import type { ImportOrder, ImportReport } from "../in-child/import-once.ts";
import { type Reports, writeReports } from "../installations/sector-reports.ts";
import { postgresMemory } from "../process-usage.ts";

const CERTIFICATES = 100_000;
const BODIES = 12;
const ROWS_PER_SECOND = 5000;
const MEMORY_MB = 700;
/** Peaks differ with the moment of a collection; growth with the rows would be a factor of four. */
const FLAT_WITHIN = 1.25;
const SAMPLE_MS = 1000;
const MB = 2 ** 20;

type Imported = ImportReport & { rows: number; postgresBytes: number };

async function importInChild(reports: Reports, folder: string): Promise<Imported> {
  const dataFolder = join(folder, "data");
  // With the limits that the command sets itself, see packages/cli/src/main.ts.
  const execArgv = ["--max-semi-space-size=32", "--max-old-space-size=512"];
  const child = fork(join(import.meta.dirname, "..", "in-child", "import-once.ts"), { execArgv });
  let postgresBytes = 0;
  const timer = setInterval(() => {
    postgresBytes = Math.max(postgresBytes, postgresMemory(dataFolder));
  }, SAMPLE_MS);
  const { files, sector } = reports;
  child.send({
    dataFolder,
    folder,
    files,
    institutions: sector.institutions,
  } satisfies ImportOrder);
  const report = await new Promise<ImportReport>((resolve, reject) => {
    child.once("message", (message) => resolve(message as ImportReport));
    child.once("exit", (code) => reject(new Error(`the import ended with ${code}`)));
  }).finally(() => clearInterval(timer));
  await new Promise((resolve) => child.once("close", resolve));
  return { ...report, rows: reports.rows, postgresBytes };
}

async function importSector(bench: Bench, certificates: number): Promise<Imported> {
  const folder = bench.platforms.folder();
  const reports = await writeReports(folder, { bodies: BODIES, certificates });
  return importInChild(reports, folder);
}

/** Report files of a whole sector through runImport, rules on, publishing meanwhile. */
export async function figure(bench: Bench): Promise<Row[]> {
  const certificates = scaled(bench, CERTIFICATES, 400);
  const quarter = await importSector(bench, Math.round(certificates / 4));
  const full = await importSector(bench, certificates);
  const rate = full.rows / full.use.seconds;
  const growth = full.peakBytes / quarter.peakBytes;
  const what = `${count(full.rows)} rows of ${count(certificates)} certificates, ${BODIES} bodies, CSV`;
  const megabytes = (bytes: number) => `${count(bytes / MB)} MB`;
  return [
    {
      figure: "import",
      what,
      measured: `${count(rate)} rows/s`,
      limit: `${count(full.rawPerSecond)} rows/s raw insert of the entries, 1000 a commit`,
      target: `${count(ROWS_PER_SECOND)} rows/s (${times(rate / full.rawPerSecond)} raw)`,
      met: rate >= ROWS_PER_SECOND,
      notes: [
        `${count(full.recorded)} recorded, ${count(full.rejected)} rejected in ${full.use.seconds.toFixed(1)} s; ` +
          `last publication ${full.publishSeconds.toFixed(1)} s more; a quarter of the rows ran at ` +
          `${count(quarter.rows / quarter.use.seconds)} rows/s`,
        `a row: ${count(full.use.nodeUs / full.rows)} µs of processor in Node, publishing included, and ` +
          `${count(full.use.postgresUs / full.rows)} µs in PostgreSQL`,
      ],
    },
    {
      figure: "import",
      what: "peak memory of the process (VmHWM)",
      measured: megabytes(full.peakBytes),
      limit: `${megabytes(quarter.peakBytes)} with a quarter of the rows`,
      target: `< ${MEMORY_MB} MB and within ${FLAT_WITHIN} × of the quarter (${times(growth)})`,
      met: full.peakBytes < MEMORY_MB * MB && growth <= FLAT_WITHIN,
      notes: [
        `PostgreSQL, shared pages once: ${megabytes(full.postgresBytes)} (512 MB of it shared buffers at most)`,
      ],
    },
  ];
}
