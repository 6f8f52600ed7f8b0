import type { ImportSummary } from "@suzheng/api-contract";
import type { ReportTableId } from "@suzheng/certification";
import { CodedError } from "../coded-error.ts";
import type { LogStore } from "../ledger/log-store.ts";
import { connectRows, INSTITUTION_TABLE } from "./institution-rows.ts";
import {
  type RecordingParts,
  type RowOutcome,
  type RowReason,
  type RowRecorder,
  rowRecorder,
} from "./record-rows.ts";

export type ImportRow = {
  row: number;
  cells: Readonly<Record<string, string>>;
  original: readonly string[];
  problem: { code: string; message: { zh: string; en: string } } | null;
};

/** An opened report file, whatever its format. */
export type ImportFile = {
  name: string;
  table: { id: string };
  bytesTotal: number;
  bytesRead(): number;
  rows: AsyncIterable<readonly ImportRow[]>;
};

/** Takes the rows of one file that were not recorded, to be mended and sent again. */
export type RejectedSink = {
  write(row: { original: readonly string[]; reasons: readonly RowReason[] }): Promise<void>;
};

export type ImportParts = RecordingParts & {
  /** For rows that connect bodies. */
  logs: LogStore;
  /** Approval number for files that do not name the body; null when each row does. */
  institution: string | null;
  /** The only body that the submitter may report for; null for an operator. */
  ownInstitution: string | null;
  sinkFor(file: ImportFile): RejectedSink;
  /** With the file that is being read. */
  onProgress(summary: ImportSummary, file: ImportFile): void;
  /** Stops between two chunks; what was recorded stays. */
  signal?: AbortSignal;
};

/** Errors listed one by one in a summary; the files of rejected rows hold all of them. */
const ERRORS_LISTED_MAX = 10_000;

export const emptySummary = (): ImportSummary => ({
  rows: 0,
  recorded: 0,
  unchanged: 0,
  rejected: 0,
  errors: [],
});

type Recorders = (approvalNumber: string) => Promise<RowRecorder | RowReason>;

/**
 * One recorder per body and file, also when two chunks ask for it at once. What it remembers of
 * persons goes with the file: mostly the next one is another body's.
 */
function recordersOf(parts: ImportParts): Recorders {
  const known = new Map<string, Promise<RowRecorder | RowReason>>();
  const make = async (approvalNumber: string) => {
    const own = parts.ownInstitution;
    if (own !== null && own !== approvalNumber) return notYours(approvalNumber, own);
    const institution = await parts.store.institution(approvalNumber);
    return institution === null ? notRegistered(approvalNumber) : rowRecorder(parts, institution);
  };
  return (approvalNumber) => {
    const recorder = known.get(approvalNumber) ?? make(approvalNumber);
    known.set(approvalNumber, recorder);
    return recorder;
  };
}

const FIELD = "RZJG_ID";

const notGiven: RowReason = {
  field: FIELD,
  code: "institution-not-given",
  message: {
    zh: "没有写明认证机构批准号；请填写 RZJG_ID 列，或用 --institution 指定",
    en: "no approval number; fill the RZJG_ID column or give --institution",
  },
};

const notRegistered = (approvalNumber: string): RowReason => ({
  field: FIELD,
  code: "institution-not-registered",
  message: {
    zh: `机构 \`${approvalNumber}\` 尚未接入；请先用 suzheng institution register 登记`,
    en: `\`${approvalNumber}\` is not connected; register it first with \`suzheng institution register\``,
  },
});

const notYours = (approvalNumber: string, own: string): RowReason => ({
  field: FIELD,
  code: "institution-not-yours",
  message: {
    zh: `您只能上报 \`${own}\` 的数据，本行属于 \`${approvalNumber}\``,
    en: `you report for \`${own}\` only; the row belongs to \`${approvalNumber}\``,
  },
});

/**
 * Imports files in the order given. A fault leaves recorded chunks recorded; the same files again
 * go on from there.
 */
export async function importReports(
  parts: ImportParts,
  files: readonly ImportFile[],
): Promise<ImportSummary> {
  const summary = emptySummary();
  for (const file of files) {
    // The body of all files may be one that the table of bodies, which comes first, has connected.
    if (file.table.id !== INSTITUTION_TABLE.id) await refuseUnknownBody(parts);
    const sink = parts.sinkFor(file);
    await importFile({ parts, recorders: recordersOf(parts), file }, sink, summary);
    if (parts.signal?.aborted) return summary;
  }
  return summary;
}

/** A mistyped body of all files is one mistake, not one of each row. */
async function refuseUnknownBody({ institution, store }: ImportParts): Promise<void> {
  if (institution === null || (await store.institution(institution)) !== null) return;
  throw new CodedError("institution-not-registered", {
    detail: { zh: `机构 \`${institution}\` 尚未接入。`, en: `\`${institution}\` is not connected` },
    wayOut: {
      zh: "核对批准号，或先用 suzheng institution register 登记。",
      en: "Check the approval number, or register it first with `suzheng institution register`.",
    },
  });
}

/** One chunk is read and decided while the one before it is written. */
async function importFile(scope: Scope, sink: RejectedSink, summary: ImportSummary): Promise<void> {
  const { parts, file } = scope;
  let before: Promise<void> = Promise.resolve();
  let recorded: Promise<RowOutcome[]> = Promise.resolve([]);
  try {
    for await (const rows of file.rows) {
      if (parts.signal?.aborted) break;
      recorded = recordRows(scope, rows);
      // A fault is met below, when the promise is awaited; until then it must not count as
      // unhandled.
      recorded.catch(() => {});
      await before;
      before = recorded.then(async (outcomes) => {
        await take(summary, { file, rows, outcomes, sink });
        parts.onProgress(summary, file);
      });
      before.catch(() => {});
    }
  } finally {
    // Also when the file breaks: the transaction around an import may end once this returns.
    await Promise.allSettled([recorded, before]);
  }
  await before;
}

/** Nothing that normalising would change. */
const NORMAL = /^[0-9A-Z-]*$/;

/** The approval number as the reader of the table will normalise it. */
function approvalNumberOf({ cells }: ImportRow): string {
  const written = cells[FIELD] ?? "";
  if (NORMAL.test(written)) return written;
  return written
    .normalize("NFKC")
    .replaceAll(/[\s\p{Cf}]/gu, "")
    .toUpperCase();
}

type Scope = { parts: ImportParts; recorders: Recorders; file: ImportFile };

async function recordRows(scope: Scope, rows: readonly ImportRow[]): Promise<RowOutcome[]> {
  if (scope.file.table.id === INSTITUTION_TABLE.id) {
    return connectRows(scope.parts, rows, { isOperator: scope.parts.ownInstitution === null });
  }
  const outcomes: RowOutcome[] = [];
  const groups = new Map<string, number[]>();
  rows.forEach((row, i) => {
    const { problem } = row;
    if (problem !== null) {
      const reason = { field: null, code: problem.code, message: problem.message };
      outcomes[i] = { outcome: "rejected", errors: [reason] };
      return;
    }
    const institution = scope.parts.institution ?? approvalNumberOf(row);
    const places = groups.get(institution);
    if (places === undefined) groups.set(institution, [i]);
    else places.push(i);
  });
  const recorded = [...groups].map(async ([institution, places]) => {
    const group = places.flatMap((i) => rows[i] ?? []);
    const decided = await recordGroup(scope, institution, group);
    places.forEach((place, i) => {
      const outcome = decided[i];
      if (outcome !== undefined) outcomes[place] = outcome;
    });
  });
  // A fault of one body's rows is told once nothing of the others is under way any more.
  await Promise.allSettled(recorded);
  await Promise.all(recorded);
  return outcomes;
}

async function recordGroup(
  { recorders, file }: Scope,
  institution: string,
  rows: readonly ImportRow[],
): Promise<RowOutcome[]> {
  const recorder = institution === "" ? notGiven : await recorders(institution);
  if ("record" in recorder) return recorder.record(file.table.id as ReportTableId, rows);
  return rows.map((): RowOutcome => ({ outcome: "rejected", errors: [recorder] }));
}

async function take(
  summary: ImportSummary,
  chunk: {
    file: ImportFile;
    rows: readonly ImportRow[];
    outcomes: readonly RowOutcome[];
    sink: RejectedSink;
  },
): Promise<void> {
  const { file, rows, outcomes, sink } = chunk;
  for (const [i, { row, original }] of rows.entries()) {
    const outcome = outcomes[i];
    if (outcome === undefined) throw new Error("every row has an outcome");
    summary.rows += 1;
    summary[outcome.outcome] += 1;
    if (outcome.outcome !== "rejected") continue;
    await sink.write({ original, reasons: outcome.errors });
    for (const { field, code, message } of outcome.errors) {
      if (summary.errors.length >= ERRORS_LISTED_MAX) break;
      const text = `${message.zh} / ${message.en}`;
      summary.errors.push({ file: file.name, row, field, code, message: text });
    }
  }
}
