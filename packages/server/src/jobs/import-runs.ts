import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ImportRun, ImportRunRow } from "@suzheng/api-contract";
import { CodedError } from "../application/coded-error.ts";
import { emptySummary } from "../application/imports/import-reports.ts";
import type { ImportRunStore } from "../application/imports/import-run-store.ts";
import type { HandedIn, ImportRowCounts, ImportRuns } from "../application/imports/import-runs.ts";
import { type RunImportParts, runImport } from "../application/imports/run-import.ts";

type Queued = {
  run: ImportRun;
  request: HandedIn;
  release(): Promise<void>;
};

const urlOf = (id: string, name: string) =>
  `/api/v1/imports/${id}/rejected/${encodeURIComponent(name)}`;

function newRun(request: Queued["request"], startedAt: string): ImportRun {
  const { ownInstitution, dryRun, handedInBy, files } = request;
  return {
    id: randomUUID(),
    institution: ownInstitution,
    state: "waiting",
    dryRun,
    startedAt,
    submitter: handedInBy,
    files: files.map(({ name }) => name),
    bytesTotal: 0,
    bytesDone: 0,
    summary: emptySummary(),
    rejectedFiles: [],
    problem: null,
  };
}

/** As it stands now, where it is under way. */
function asItStands(row: ImportRunRow, run: ImportRun | undefined): ImportRunRow {
  if (run === undefined) return row;
  const { state, bytesTotal, bytesDone, problem } = run;
  const { errors: _errors, ...summary } = run.summary;
  return { ...row, state, bytesTotal, bytesDone, summary, problem };
}

/** Works through one import and writes into its run how it ended; a fault is one of the ends. */
async function perform(
  parts: RunImportParts,
  { run, request, folder }: Pick<Queued, "run" | "request"> & { folder: string },
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    Object.assign(run, { state: "running" });
    const { summary, rejectedFiles } = await runImport(parts, {
      request,
      folder,
      onProgress: (progress) => Object.assign(run, progress),
    });
    const files = rejectedFiles.map((name) => ({ name, url: urlOf(run.id, name) }));
    const bytesDone = run.bytesTotal;
    Object.assign(run, { state: "finished", summary, rejectedFiles: files, bytesDone });
  } catch (error) {
    Object.assign(run, { state: "failed", problem: problemOf(error) });
  }
}

/** Adds the rows of a run so far; a dry run has none. */
function addRows(counts: ImportRowCounts, { summary, dryRun }: ImportRun): void {
  if (dryRun) return;
  counts.recorded += summary.recorded;
  counts.unchanged += summary.unchanged;
  counts.rejected += summary.rejected;
}

/** Rows of the runs that are under way and of those that ended. */
function rowCounts(live: ReadonlyMap<string, ImportRun>) {
  const ended: ImportRowCounts = { recorded: 0, unchanged: 0, rejected: 0 };
  return {
    end: (run: ImportRun) => addRows(ended, run),
    soFar(): ImportRowCounts {
      const rows = { ...ended };
      for (const run of live.values()) addRows(rows, run);
      return rows;
    },
  };
}

/** Received, waiting and under way; so no body fills the disk or keeps the others waiting long. */
const PLACES_OF_A_BODY = 3;

function placesOfBodies(): Pick<ImportRuns, "takePlace"> {
  const taken = new Map<string, number>();
  return {
    takePlace(institution) {
      const before = taken.get(institution) ?? 0;
      if (before >= PLACES_OF_A_BODY) return null;
      taken.set(institution, before + 1);
      return () => void taken.set(institution, (taken.get(institution) ?? 1) - 1);
    },
  };
}

/**
 * Runs imports one after another within this process. Rows are idempotent: after a crash the same
 * files go on.
 */
export function inProcessImportRuns(
  parts: RunImportParts,
  store: ImportRunStore,
  folder: string,
): ImportRuns {
  const queue: Queued[] = [];
  const live = new Map<string, ImportRun>();
  const rows = rowCounts(live);
  let working = false;

  async function work(): Promise<void> {
    working = true;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await finish(next);
    working = false;
  }

  async function finish({ run, request, release }: Queued): Promise<void> {
    await perform(parts, { run, request, folder: join(folder, run.id) });
    await keep(run);
    await release().catch((fault) => console.error("uploaded files were not removed", fault));
  }

  /** A run whose end cannot be saved is told from memory; the next import must not wait for it. */
  async function keep(run: ImportRun): Promise<void> {
    try {
      await store.save(run);
      live.delete(run.id);
      rows.end(run);
    } catch (fault) {
      console.error(`the end of import ${run.id} was not saved`, fault);
    }
  }

  async function find(institution: string, id: string): Promise<ImportRun | null> {
    const run = live.get(id) ?? (await store.find(institution, id));
    return run?.institution === institution ? run : null;
  }

  return {
    ...placesOfBodies(),
    async start(request, release) {
      const run = newRun(request, parts.now());
      try {
        await store.save(run);
      } catch (fault) {
        await release();
        throw fault;
      }
      live.set(run.id, run);
      queue.push({ run, request, release });
      if (!working) void work();
      return run;
    },
    get: find,
    rows: rows.soFar,
    async list(institution, query) {
      const listed = await store.list(institution, query);
      return listed.map((row) => asItStands(row, live.get(row.id)));
    },
    async rejectedFile(institution, id, name) {
      const run = await find(institution, id);
      const known = run?.rejectedFiles.some((file) => file.name === name) ?? false;
      const path = join(folder, id, basename(name));
      // Gone with a person who was erased.
      return known && existsSync(path) ? path : null;
    },
  };
}

function problemOf(error: unknown): { code: string; message: string } {
  if (error instanceof CodedError) {
    const { code, detail, wayOut } = error;
    const message = `${detail.zh}${wayOut.zh} / ${detail.en}. ${wayOut.en}`;
    return { code, message };
  }
  console.error(error);
  return {
    code: "fault",
    message:
      "导入因故障中断，已记录的行有效；请重新提交同样的文件。 / A fault stopped the import; recorded rows stand. Send the same files again.",
  };
}
