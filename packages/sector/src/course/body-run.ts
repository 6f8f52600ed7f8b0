import type { ReportTableId } from "@suzheng/certification";
import { type Day, isoOf, yearOf } from "../calendar.ts";
import { type Client, inventedClient } from "../client.ts";
import type { Fault, FaultKind, FaultRates } from "../fault.ts";
import type { Institution } from "../institution.ts";
import { inventedCertificateNumber } from "../invented-codes.ts";
import type { Random } from "../random.ts";
import type { Line, VisitKind } from "./line.ts";
import type { Roster } from "./roster.ts";

/** One row of an official report table, cells by official field name. */
export interface SectorRow {
  readonly table: ReportTableId;
  readonly institution: string;
  /** The day on which the body hands the row in. */
  readonly reportedOn: string;
  readonly cells: Readonly<Record<string, string>>;
  /** What was broken in this row on purpose; null in a sound row. */
  readonly malformed: string | null;
}

export interface VisitTask {
  readonly act: "plan";
  readonly line: Line;
  readonly kind: VisitKind;
  /** How often this visit has been put off for want of people. */
  readonly putOff: number;
}

export type Task =
  | VisitTask
  | { readonly act: "report" | "suspend" | "withdraw" | "cancel"; readonly line: Line }
  | { readonly act: "expire" | "lapse" | "change" | "note-overdue"; readonly line: Line };

/** Everything that the acts of one body share while its years go by. */
export interface BodyRun {
  readonly seed: string | number;
  readonly institution: Institution;
  readonly random: Random;
  readonly roster: Roster;
  readonly rates: FaultRates;
  readonly from: Day;
  readonly today: Day;
  readonly lines: Line[];
  /** Tasks by days since `from`; a day's list is dropped once it is done. */
  readonly agenda: (Task[] | undefined)[];
  readonly faults: Fault[];
  /** Rows of the day that is being played. */
  rows: SectorRow[];
  plans: number;
}

export const clientOf = (run: BodyRun, line: Line): Client =>
  inventedClient(run.seed, line.clientSerial);

/** Puts a task on the agenda; what falls after today never happens. */
export function schedule(run: BodyRun, day: Day, task: Task): void {
  if (day > run.today) return;
  const slot = Math.max(day, run.from) - run.from;
  const tasks = run.agenda[slot];
  if (tasks) tasks.push(task);
  else run.agenda[slot] = [task];
}

export interface Emission {
  readonly table: ReportTableId;
  readonly on: Day;
  readonly cells: Readonly<Record<string, string>>;
}

export function emit(run: BodyRun, { table, on, cells }: Emission): void {
  const institution = run.institution.approvalNumber;
  run.rows.push({ table, institution, reportedOn: isoOf(on), cells, malformed: null });
}

export interface FaultNote {
  readonly kind: FaultKind;
  readonly on: Day;
  readonly certificateNumber?: string | null;
  readonly planCode?: string;
  readonly auditor?: string;
  readonly detail: string;
}

export function noteFault(run: BodyRun, note: FaultNote): void {
  run.faults.push({
    kind: note.kind,
    approvalNumber: run.institution.approvalNumber,
    certificateNumber: note.certificateNumber ?? null,
    planCode: note.planCode ?? null,
    auditor: note.auditor ?? null,
    occurredOn: isoOf(note.on),
    detail: note.detail,
  });
}

export function certificateNumber(run: BodyRun, line: Line, issuedOn: Day): string {
  return inventedCertificateNumber({
    approvalNumber: run.institution.approvalNumber,
    year: yearOf(issuedOn),
    systemLetter: line.scheme.letter,
    sequence: line.sequence,
    cycle: line.cycle,
    headcount: line.headcount,
  });
}
