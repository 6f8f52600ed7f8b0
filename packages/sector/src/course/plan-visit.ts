import { type Day, isoOf, lastOfWeekdays, weekdayAtOrAfter } from "../calendar.ts";
import { ACTIVITY_SHARE, initialPersonDays } from "./audit-time.ts";
import { type BodyRun, clientOf, emit, noteFault, schedule, type VisitTask } from "./body-run.ts";
import type { Line, Visit, VisitKind } from "./line.ts";
import { planCells } from "./plan-cells.ts";
import { type Auditor, drawBusyAuditor, drawTeam, mustWaitForOverloaded } from "./roster.ts";

/** Plans are reported this many days ahead; the official lead is not known (I-08). */
export const PLAN_LEAD_DAYS = 5;
/** Stage 2 starts at least this many days after stage 1, unless the body cheats. */
const STAGE_GAP_DAYS_MIN = 6;
const STAGE_ONE_SHARE = 0.3;

/** The overloaded auditor's body puts visits off at most this often to wait for that person. */
const PUT_OFF_MAX = 8;

interface Wanted {
  readonly line: Line;
  readonly kind: VisitKind;
  readonly putOff?: number;
}

/** Schedules a visit so that it starts on this day or the next weekday. */
export function scheduleVisit(run: BodyRun, start: Day, { line, kind, putOff = 0 }: Wanted): void {
  schedule(run, weekdayAtOrAfter(start) - PLAN_LEAD_DAYS, { act: "plan", line, kind, putOff });
}

const roundToHalf = (days: number): number => Math.max(0.5, Math.round(days * 2) / 2);

function drawTeamSize(run: BodyRun, baseDays: number): number {
  if (baseDays > 8) return run.random.between(3, 4);
  if (baseDays > 4 && run.random.chance(0.5)) return 3;
  return 2;
}

/** Decides how much time this audit asks for and gets, once for both stages of an initial one. */
function sizeAudit(run: BodyRun, line: Line, kind: VisitKind): void {
  if (kind === "stage-two" && line.visits.length > 0) return;
  const activity = kind === "stage-one" || kind === "stage-two" ? "initial" : kind;
  const initial = initialPersonDays(line.scheme, line.headcount);
  line.baseDays = roundToHalf(initial * ACTIVITY_SHARE[activity]);
  line.teamSize = drawTeamSize(run, line.baseDays);
  const cut = run.random.chance(run.rates.personDaysCut);
  line.effort = cut ? 0.45 : 0.85 + 0.2 * run.random.fraction();
}

function halfDaysEach(line: Line, kind: VisitKind): number {
  const wholeAudit = kind !== "stage-one" && kind !== "stage-two";
  const alone = kind === "stage-two" && line.visits.length === 0;
  const share = wholeAudit || alone ? 1 : kind === "stage-one" ? STAGE_ONE_SHARE : 0.7;
  const exact = (line.baseDays * share * line.effort * 2) / line.teamSize;
  return Math.max(1, line.effort < 0.7 ? Math.floor(exact) : Math.ceil(exact));
}

function book(line: Line, visit: Visit): void {
  for (const auditor of visit.team) {
    if (auditor.busyUntil < visit.end) {
      auditor.busyUntil = visit.end;
      auditor.busyWith = line.index;
    }
  }
  line.team = visit.team;
  line.visits.push(visit);
}

/** Replaces the last member by someone who is at another client; that person, or null. */
function doubleBook(
  run: BodyRun,
  line: Line,
  { team, start }: { readonly team: Auditor[]; readonly start: Day },
): Auditor | null {
  if (!run.random.chance(run.rates.doubleBooking)) return null;
  const isSameClient = (index: number) => run.lines[index]?.clientSerial === line.clientSerial;
  const busy = drawBusyAuditor(run.roster, { start, team, isSameClient });
  if (busy === null) return null;
  team[team.length - 1] = busy;
  return busy;
}

function scheduleNext(run: BodyRun, line: Line, visit: Visit): void {
  if (visit.kind !== "stage-one") {
    line.decidedOn = visit.end + run.random.between(7, 24);
    const late = line.suspendedOn === null && run.random.chance(run.rates.lateReport);
    const delay = late ? run.random.between(45, 110) : run.random.between(0, 2);
    schedule(run, line.decidedOn + delay, { act: "report", line });
    return;
  }
  const cheats = run.random.chance(run.rates.stageGapZero);
  const gap = cheats ? 1 : run.random.between(STAGE_GAP_DAYS_MIN + 1, 35);
  scheduleVisit(run, visit.end + gap, { line, kind: "stage-two" });
}

/** Reports the plan of a visit and books the team; with nobody free, tries the next weekday. */
export function planVisit(run: BodyRun, { line, kind, putOff }: VisitTask, day: Day): void {
  const start = day + PLAN_LEAD_DAYS;
  sizeAudit(run, line, kind);
  const halfDays = halfDaysEach(line, kind);
  const weekdays = Math.ceil(halfDays / 2);
  const end = lastOfWeekdays(start, weekdays);
  const crossesWeekend = end - start >= weekdays;
  const waits = putOff < PUT_OFF_MAX && mustWaitForOverloaded(run.roster, start);
  const request = { start, size: line.teamSize, preferred: line.team };
  const team = crossesWeekend || waits ? null : drawTeam(run.roster, run.random, request);
  if (team === null) {
    scheduleVisit(run, start + 1, { line, kind, putOff: putOff + 1 });
    return;
  }
  const busy = doubleBook(run, line, { team, start });
  const visit: Visit = { kind, start, end, halfDays, team };
  const code = reportPlan(run, line, { visit, on: day });
  if (busy !== null) noteDoubleBooking(run, line, { busy, start, code });
  book(line, visit);
  scheduleNext(run, line, visit);
}

function reportPlan(run: BodyRun, line: Line, plan: { visit: Visit; on: Day }): string {
  const body = run.institution.approvalNumber.slice(-3);
  run.plans++;
  const code = `R0${body}00-${String(run.plans).padStart(7, "0")}`;
  const cells = planCells({ run, line, visit: plan.visit, client: clientOf(run, line), code });
  emit(run, { table: "102010", on: plan.on, cells });
  return code;
}

interface DoubleBooking {
  readonly busy: Auditor;
  readonly start: Day;
  readonly code: string;
}

function noteDoubleBooking(run: BodyRun, line: Line, { busy, start, code }: DoubleBooking): void {
  const other = run.lines[busy.busyWith];
  if (other === undefined) throw new Error(`auditor ${busy.registrationNumber} is busy nowhere`);
  noteFault(run, {
    kind: "double-booking",
    on: start,
    certificateNumber: line.number,
    planCode: code,
    auditor: busy.registrationNumber,
    detail: `already at ${clientOf(run, other).code} until ${isoOf(busy.busyUntil)}`,
  });
}
