import type { ImportSummary } from "@suzheng/api-contract";
import type { CertificationStore } from "../certification-store.ts";
import type { Appender, AppenderThread } from "../ledger/ledger.ts";
import type { LogStore } from "../ledger/log-store.ts";
import { type ImportFile, type ImportParts, importReports } from "./import-reports.ts";
import type { ImportRequest, RejectedFiles, ReportFiles } from "./import-runs.ts";
import { INSTITUTION_TABLE } from "./institution-rows.ts";

export type Recording = { ledger: Appender; store: CertificationStore; logs: LogStore };

export type RunImportParts = Recording &
  Pick<ImportParts, "packs" | "personToken" | "now"> & {
    reportFiles: ReportFiles;
    /** One transaction over everything that `work` records. */
    together<T>(
      work: (recording: Recording) => Promise<{ end: "commit" | "rollback"; value: T }>,
    ): Promise<T>;
    /** Null where there is none. */
    startAppenderThread: (() => AppenderThread) | null;
  };

export type ImportProgress = { summary: ImportSummary; bytesDone: number; bytesTotal: number };

export type RunImport = {
  request: ImportRequest;
  /** Where files of rejected rows go. */
  folder: string;
  onProgress(progress: ImportProgress): void;
  signal?: AbortSignal;
};

export type ImportResult = {
  summary: ImportSummary;
  rejectedFiles: string[];
  recordedNothing: boolean;
};

/**
 * Bodies first, then the official tables by their numbers, whatever the order of the files: results
 * refer to certificates, certificates to bodies.
 */
const rankOf = ({ table }: ImportFile): string =>
  table.id === INSTITUTION_TABLE.id ? "" : table.id;

const byTable = (one: ImportFile, other: ImportFile): number =>
  rankOf(one) < rankOf(other) ? -1 : rankOf(one) > rankOf(other) ? 1 : 0;

/**
 * Opens every file before the first row is taken, so that an unreadable one stops the run before it
 * begins.
 */
export async function runImport(parts: RunImportParts, run: RunImport): Promise<ImportResult> {
  const { request, folder } = run;
  const files: ImportFile[] = [];
  for (const file of request.files) files.push(await parts.reportFiles.open(file));
  files.sort(byTable);
  const rejectsOf = parts.reportFiles.rejectsInto(folder);
  const sinks: RejectedFiles[] = [];
  const bytesTotal = files.reduce((sum, file) => sum + file.bytesTotal, 0);
  const importWith = (recording: Recording): Promise<ImportSummary> =>
    importReports(
      {
        ...recording,
        packs: parts.packs,
        personToken: parts.personToken,
        now: parts.now,
        submitter: request.submitter,
        institution: request.institution,
        ownInstitution: request.ownInstitution,
        sinkFor(file) {
          const sink = rejectsOf(file);
          sinks.push(sink);
          return sink;
        },
        onProgress(summary, file) {
          // The beginning of a file that waits has been read too, to find its table.
          const before = files.slice(0, files.indexOf(file));
          const bytesDone = before.reduce((sum, { bytesTotal: all }) => sum + all, 0);
          run.onProgress({ summary, bytesDone: bytesDone + file.bytesRead(), bytesTotal });
        },
        ...(run.signal === undefined ? {} : { signal: run.signal }),
      },
      files,
    );
  let summary: ImportSummary;
  try {
    summary = await importInMode(parts, { run, bytesTotal }, importWith);
  } catch (fault) {
    // No file stays open; that one cannot be closed either says less than the fault.
    await Promise.allSettled(sinks.map((sink) => sink.close()));
    throw fault;
  }
  const names = await Promise.all(sinks.map((sink) => sink.close()));
  const stopped = request.allOrNothing && isIncomplete(run, summary);
  return {
    // What was judged but not kept is not said to be recorded.
    summary: stopped ? { ...summary, recorded: 0 } : summary,
    rejectedFiles: names.flat(),
    recordedNothing: request.dryRun || stopped,
  };
}

/** Not all: a row was rejected, or the run was stopped before the last one. */
const isIncomplete = ({ signal }: RunImport, { rejected }: ImportSummary): boolean =>
  rejected > 0 || signal?.aborted === true;

type ImportWith = (recording: Recording) => Promise<ImportSummary>;

/** Below this an import is over before a thread has started. */
const THREAD_FROM_BYTES = 4_000_000;

/** Of a long import, one thread decides upon rows while the other records them. */
async function importInThreads(
  parts: RunImportParts,
  bytesTotal: number,
  importWith: ImportWith,
): Promise<ImportSummary> {
  const { startAppenderThread } = parts;
  if (startAppenderThread === null || bytesTotal < THREAD_FROM_BYTES) return importWith(parts);
  const thread = startAppenderThread();
  try {
    return await importWith({ ...parts, ledger: thread });
  } finally {
    await thread.end();
  }
}

async function importInMode(
  parts: RunImportParts,
  { run, bytesTotal }: { run: RunImport; bytesTotal: number },
  importWith: ImportWith,
): Promise<ImportSummary> {
  const { dryRun, allOrNothing } = run.request;
  if (!dryRun && !allOrNothing) return importInThreads(parts, bytesTotal, importWith);
  return parts.together(async (recording) => {
    const value = await importWith(recording);
    const end = dryRun || isIncomplete(run, value) ? "rollback" : "commit";
    return { end, value };
  });
}
