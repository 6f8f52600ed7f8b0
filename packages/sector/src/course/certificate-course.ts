import { addYears, type Day, isoOf } from "../calendar.ts";
import { type BodyRun, noteFault, schedule } from "./body-run.ts";
import type { Line } from "./line.ts";
import { scheduleVisit } from "./plan-visit.ts";

/** Shares of certificates per year, guesses that give a believable sector. */
const CHANGE_SHARE = 0.08;
const CANCELLED_SHARE = 0.02;
const REFUSED_SHARE = 0.04;
const LEAVING_SHARE = 0.12;
const SURVEILLANCES_PER_CYCLE = 2;
/** A careful planner keeps this distance from the twelve months. */
const INTERVAL_DAYS = { least: 315, most: 342, suspend: 355 } as const;
const RECERTIFICATION_LEAD_DAYS = 50;

/** Puts on the agenda what happens to a certificate until its next audit. */
export function scheduleCourse(run: BodyRun, line: Line, day: Day): void {
  const { random } = run;
  if (random.chance(CHANGE_SHARE)) {
    schedule(run, day + random.between(20, 250), { act: "change", line });
  }
  if (random.chance(CANCELLED_SHARE)) {
    schedule(run, day + random.between(20, 250), { act: "cancel", line });
  }
  if (line.surveillances < SURVEILLANCES_PER_CYCLE) scheduleSurveillance(run, line);
  else scheduleRecertification(run, line);
}

function scheduleSurveillance(run: BodyRun, line: Line): void {
  const { random, rates } = run;
  const from = line.lastAuditedOn;
  if (random.chance(REFUSED_SHARE)) {
    schedule(run, from + INTERVAL_DAYS.suspend, { act: "suspend", line });
    return;
  }
  if (random.chance(rates.surveillanceOverdue)) {
    const overdueOn = addYears(from, 1) + 1;
    schedule(run, overdueOn, { act: "note-overdue", line });
    const start = overdueOn + random.between(15, 60);
    scheduleVisit(run, start, { line, kind: "surveillance" });
    return;
  }
  const interval = random.between(INTERVAL_DAYS.least, INTERVAL_DAYS.most);
  scheduleVisit(run, from + interval, { line, kind: "surveillance" });
}

function scheduleRecertification(run: BodyRun, line: Line): void {
  const { random, rates } = run;
  if (random.chance(LEAVING_SHARE)) {
    schedule(run, line.expiresOn + 1, { act: "expire", line });
    return;
  }
  if (random.chance(rates.recertificationAfterExpiry)) {
    schedule(run, line.expiresOn + 1, { act: "lapse", line });
    const start = line.expiresOn + random.between(10, 40);
    scheduleVisit(run, start, { line, kind: "recertification" });
    return;
  }
  const interval = random.between(INTERVAL_DAYS.least, INTERVAL_DAYS.most);
  const latest = line.expiresOn - RECERTIFICATION_LEAD_DAYS;
  const start = Math.min(line.lastAuditedOn + interval, latest);
  scheduleVisit(run, start, { line, kind: "recertification" });
}

/** Twelve months are over, nobody has come, and the certificate is still called valid. */
export function noteOverdue(run: BodyRun, line: Line, day: Day): void {
  if (line.ended || line.suspendedOn !== null) return;
  noteFault(run, {
    kind: "surveillance-overdue",
    on: day,
    certificateNumber: line.number,
    detail: `last audited or issued on ${isoOf(line.lastAuditedOn)}`,
  });
}
