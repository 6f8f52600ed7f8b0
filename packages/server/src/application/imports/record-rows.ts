import {
  isWarning,
  numberAsWritten,
  parseReportRow,
  type ReportTableId,
  type RowContext,
  type RowError,
} from "@suzheng/certification";
import type { Pack } from "@suzheng/rules";
import type { Act } from "../act.ts";
import type { CertificationStore, StreamState } from "../certification-store.ts";
import { chinaDate } from "../clock.ts";
import { CodedError } from "../coded-error.ts";
import { APPEND_REFUSALS } from "../ledger/append-refusals.ts";
import type { Appender, AppendRefusal } from "../ledger/ledger.ts";
import { approvedPause } from "../obligations/approved-pause.ts";
import { type PresenceMemory, presenceMemory } from "../presences.ts";
import {
  type DecidedAct,
  type DecisionContext,
  decideRow,
  personOf,
  streamsNeeded,
  type TableRow,
} from "./decide-row.ts";

export type ReportedCells = { row: number; cells: Readonly<Record<string, string>> };

export type RowOutcome =
  | { outcome: "recorded" | "unchanged" }
  | { outcome: "rejected"; errors: readonly RowReason[] };

/** Why a row, or one of its cells, was not taken. */
export type RowReason = { field: string | null; code: string; message: { zh: string; en: string } };

export type RecordingParts = {
  ledger: Appender;
  store: CertificationStore;
  packs: readonly Pack[];
  personToken: (text: string) => string;
  now: () => string;
  /** Who hands the rows in. */
  submitter: string;
};

/**
 * Another writer may move a stream on between reading and appending; then the chunk is decided
 * again.
 */
const TRIES_MAX = 5;

export type RowRecorder = {
  /**
   * One outcome per row, same order. All accepted rows of the chunk are recorded, durably, or none.
   * The next chunk may be handed in while this one is being written, not earlier than that the one
   * before it is done.
   */
  record(table: ReportTableId, rows: readonly ReportedCells[]): Promise<RowOutcome[]>;
};

type Parsed = { ok: true; row: TableRow } | { ok: false; errors: readonly RowError[] };

/** States after a chunk that is decided but may not be in the database yet. */
type Ahead = ReadonlyMap<string, StreamState>;

type DecidedChunk = { outcomes: RowOutcome[]; acts: Act[]; states: Ahead };

/**
 * Records rows of report tables for one connected institution, chunk after chunk: while one is
 * written the next is decided upon the states that the first leads to. The log refuses a chunk
 * whose streams moved on meanwhile; then it is decided again from what the database says, and so is
 * the next one, which rests on acts that were not recorded: its versions alone would not tell.
 */
export function rowRecorder(
  parts: RecordingParts,
  institution: { approvalNumber: string; connectedAt: string },
): RowRecorder {
  const presences = presenceMemory(parts.store, institution.approvalNumber);
  const scope: Scope = { ...parts, presences, institution };
  let ahead: Ahead = new Map();
  /** Another writer is at work: from now on nothing is decided ahead. */
  let isContended = false;
  let deciding: Promise<unknown> = Promise.resolve();
  let writing: Promise<unknown> = Promise.resolve();

  async function decideAhead(table: ReportTableId, rows: readonly ReportedCells[]) {
    if (isContended) return null;
    const decided = await decideChunk(scope, { table, rows, ahead });
    ahead = decided.states;
    presences.trim();
    return decided;
  }

  async function decideAnew(table: ReportTableId, rows: readonly ReportedCells[]) {
    // The memory of presences is shared with the chunk that is being decided ahead, if one is.
    await deciding;
    presences.clear();
    return decideChunk(scope, { table, rows, ahead: new Map() });
  }

  async function write(
    table: ReportTableId,
    rows: readonly ReportedCells[],
    decidedAhead: DecidedChunk | null,
  ) {
    let decided = isContended ? null : decidedAhead;
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      decided ??= await decideAnew(table, rows);
      if (await append(scope, decided.acts)) return decided.outcomes;
      isContended = true;
      decided = null;
    }
    throw new Error(`streams moved on ${TRIES_MAX} times in a row`);
  }

  return {
    async record(table, rows) {
      const decided = deciding.then(() => decideAhead(table, rows));
      deciding = decided;
      const before = writing;
      const written = decided.then(async (chunk) => {
        await before;
        return write(table, rows, chunk);
      });
      writing = written;
      return written;
    },
  };
}

type Scope = RecordingParts & {
  presences: PresenceMemory;
  institution: { approvalNumber: string; connectedAt: string };
};

function parse(table: ReportTableId, cells: ReportedCells["cells"], context: RowContext): Parsed {
  const parsed = parseReportRow(table, cells, context);
  if (!parsed.ok) return parsed;
  const written = table === "103010" ? numberAsWritten(cells.CERT_NUMBER ?? "") : null;
  // The row's type follows from the table it was parsed for.
  const row = { table, row: parsed.row, ...(written && { numberAsWritten: written }) } as TableRow;
  return { ok: true, row };
}

async function contextFor(
  scope: Scope,
  rows: readonly TableRow[],
  ahead: Ahead,
): Promise<DecisionContext> {
  const { approvalNumber, connectedAt } = scope.institution;
  const needed = [...new Set(rows.flatMap(streamsNeeded))];
  const streams = needed.filter((stream) => !ahead.has(stream));
  const numbers = rows.flatMap((row) => (row.table === "103010" ? [row.row.number] : []));
  const persons = rows.flatMap((row) => (row.table === "103011" ? [personOf(scope, row.row)] : []));
  const [states, numbersOfOthers, pauses] = await Promise.all([
    streams.length === 0
      ? new Map<string, StreamState>()
      : scope.store.states(approvalNumber, streams),
    numbers.length === 0 ? new Set<string>() : scope.store.numbersOfOthers(approvalNumber, numbers),
    numbers.length === 0 ? [] : scope.store.pauses(approvalNumber),
    scope.presences.load(persons),
  ]);
  for (const stream of needed) {
    const state = ahead.get(stream);
    if (state !== undefined) states.set(stream, state);
  }
  return {
    states,
    numbersOfOthers,
    presences: scope.presences,
    packs: scope.packs,
    pauses: pauses.map(approvedPause),
    personToken: scope.personToken,
    reportedOn: chinaDate(scope.now()),
    connectedOn: chinaDate(connectedAt),
  };
}

async function decideChunk(
  scope: Scope,
  chunk: { table: ReportTableId; rows: readonly ReportedCells[]; ahead: Ahead },
): Promise<DecidedChunk> {
  const { table, rows, ahead } = chunk;
  const reportedOn = chinaDate(scope.now());
  const about = { institution: scope.institution.approvalNumber, reportedOn };
  const parsed = rows.map(({ cells }) => parse(table, cells, about));
  const good = parsed.flatMap((row) => (row.ok ? [row.row] : []));
  const context = await contextFor(scope, good, ahead);
  const acts: DecidedAct[] = [];
  const outcomes = parsed.map((row): RowOutcome => {
    if (!row.ok) return { outcome: "rejected", errors: row.errors.filter((e) => !isWarning(e)) };
    const decision = decideRow(context, row.row);
    if (decision.outcome === "unchanged") return { outcome: "unchanged" };
    if (decision.outcome === "refuse") return { outcome: "rejected", errors: [decision] };
    acts.push(decision.act);
    return { outcome: "recorded" };
  });
  return { outcomes, acts: withStates(acts, context.states), states: context.states };
}

/**
 * Acts of a chunk are recorded together or not at all, so only the state after all of them is
 * written down: of the ten team rows of a certificate once instead of ten times.
 */
function withStates(acts: readonly DecidedAct[], states: Ahead): Act[] {
  const texts = new Map<string, string>();
  return acts.map((act): Act => {
    const state = texts.get(act.stream) ?? JSON.stringify(states.get(act.stream)?.state);
    texts.set(act.stream, state);
    return { ...act, projection: { ...act.projection, state } };
  });
}

/** False when another writer came in between and nothing was recorded. */
async function append(scope: Scope, acts: readonly Act[]): Promise<boolean> {
  if (acts.length === 0) return true;
  const appended = await scope.ledger.append({
    institution: scope.institution.approvalNumber,
    submitter: scope.submitter,
    requestId: null,
    acts,
  });
  if (appended.ok) return true;
  if (appended.code === "stream-moved-on" || appended.code === "number-of-another") return false;
  throw new RecordingRefused(appended.code, appended.detail);
}

/** The log does not take these acts; nothing of the chunk was recorded. */
export class RecordingRefused extends CodedError {
  constructor(code: AppendRefusal, about: string) {
    const { detail, wayOut } = APPEND_REFUSALS[code];
    const words = { zh: `${detail.zh}（${about}）`, en: `${detail.en}: ${about}` };
    super(code, { detail: words, wayOut });
    this.name = "RecordingRefused";
  }
}
