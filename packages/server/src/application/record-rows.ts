import { randomUUID } from "node:crypto";
import {
  isWarning,
  parseReportRow,
  type ReportTableId,
  type RowError,
} from "@suzheng/certification";
import type { Pack } from "@suzheng/rules";
import type { Act } from "./act.ts";
import type { CertificationStore } from "./certification-store.ts";
import { chinaDate } from "./clock.ts";
import {
  type DecisionContext,
  decideRow,
  personOf,
  streamsNeeded,
  type TableRow,
} from "./decide-row.ts";
import type { Ledger } from "./ledger.ts";
import { type PresenceMemory, presenceMemory } from "./presences.ts";

export type ReportedCells = { row: number; cells: Readonly<Record<string, string>> };

export type RowOutcome =
  | { outcome: "recorded" | "unchanged" }
  | { outcome: "rejected"; errors: readonly RowReason[] };

/** Why a row, or one of its cells, was not taken. */
export type RowReason = { field: string | null; code: string; message: { zh: string; en: string } };

export type RecordingParts = {
  ledger: Ledger;
  store: CertificationStore;
  packs: readonly Pack[];
  personToken: (text: string) => string;
  now: () => string;
  /** Who hands the rows in. */
  submitter: string;
};

/** Another writer may move a stream on between reading and appending; then the chunk is decided again. */
const TRIES_MAX = 5;

export type RowRecorder = {
  /** One outcome per row, same order. All accepted rows of the chunk are recorded, durably, or none. */
  record(table: ReportTableId, rows: readonly ReportedCells[]): Promise<RowOutcome[]>;
};

type Parsed = { ok: true; row: TableRow } | { ok: false; errors: readonly RowError[] };

/** Records rows of report tables for one connected institution, chunk after chunk. */
export function rowRecorder(
  parts: RecordingParts,
  institution: { approvalNumber: string; connectedAt: string },
): RowRecorder {
  const presences = presenceMemory(parts.store, institution.approvalNumber);
  const scope = { ...parts, presences, institution };
  return {
    async record(table, rows) {
      for (let tries = 1; ; tries++) {
        const outcomes = await recordChunk(scope, table, rows);
        presences.trim();
        if (outcomes !== "moved-on") return outcomes;
        presences.clear();
        if (tries === TRIES_MAX) {
          throw new Error(`the streams of a chunk moved on ${TRIES_MAX} times`);
        }
      }
    },
  };
}

type Scope = RecordingParts & {
  presences: PresenceMemory;
  institution: { approvalNumber: string; connectedAt: string };
};

function parse(scope: Scope, table: ReportTableId, { cells }: ReportedCells): Parsed {
  const { approvalNumber } = scope.institution;
  const context = { institution: approvalNumber, reportedOn: chinaDate(scope.now()) };
  const parsed = parseReportRow(table, cells, context);
  // The row's type follows from the table it was parsed for.
  return parsed.ok ? { ok: true, row: { table, row: parsed.row } as TableRow } : parsed;
}

async function contextFor(scope: Scope, rows: readonly TableRow[]): Promise<DecisionContext> {
  const { approvalNumber, connectedAt } = scope.institution;
  const streams = [...new Set(rows.flatMap(streamsNeeded))];
  const numbers = rows.flatMap((row) => (row.table === "103010" ? [row.row.number] : []));
  const persons = rows.flatMap((row) => (row.table === "103011" ? [personOf(scope, row.row)] : []));
  const [states, numbersOfOthers] = await Promise.all([
    streams.length === 0 ? new Map() : scope.store.states(approvalNumber, streams),
    numbers.length === 0 ? new Set<string>() : scope.store.numbersOfOthers(approvalNumber, numbers),
    scope.presences.load(persons),
  ]);
  return {
    states,
    numbersOfOthers,
    presences: scope.presences,
    packs: scope.packs,
    personToken: scope.personToken,
    reportedOn: chinaDate(scope.now()),
    connectedOn: chinaDate(connectedAt),
  };
}

async function recordChunk(
  scope: Scope,
  table: ReportTableId,
  rows: readonly ReportedCells[],
): Promise<RowOutcome[] | "moved-on"> {
  const parsed = rows.map((row) => parse(scope, table, row));
  const good = parsed.flatMap((row) => (row.ok ? [row.row] : []));
  const context = await contextFor(scope, good);
  const acts: Act[] = [];
  const outcomes = parsed.map((row): RowOutcome => {
    if (!row.ok) return { outcome: "rejected", errors: row.errors.filter((e) => !isWarning(e)) };
    const decision = decideRow(context, row.row);
    if (decision.outcome === "unchanged") return { outcome: "unchanged" };
    if (decision.outcome === "refuse") return { outcome: "rejected", errors: [decision] };
    acts.push(decision.act);
    return { outcome: "recorded" };
  });
  if (acts.length === 0) return outcomes;
  const appended = await scope.ledger.append({
    institution: scope.institution.approvalNumber,
    submitter: scope.submitter,
    requestId: randomUUID(),
    acts,
  });
  if (appended.ok) return outcomes;
  if (appended.code === "stream-moved-on") return "moved-on";
  throw new RecordingRefused(appended.code, appended.detail);
}

/** The log takes nothing at present; nothing of the chunk was recorded. */
export class RecordingRefused extends Error {
  readonly code: string;

  constructor(code: string, detail: string) {
    super(`${code}: ${detail}`);
    this.name = "RecordingRefused";
    this.code = code;
  }
}
