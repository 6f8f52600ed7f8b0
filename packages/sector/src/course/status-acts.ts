import { type Day, isoOf } from "../calendar.ts";
import { type BodyRun, schedule } from "./body-run.ts";
import type { Line } from "./line.ts";
import { scheduleVisit } from "./plan-visit.ts";
import { reportCertificate } from "./report-certificate.ts";

/** Usual length of a suspension in practice (domain facts 10.3). */
export const SUSPENSION_DAYS = 180;
const RESTORED_SHARE = 0.6;
const SUSPENSION_CAUSES = ["0111", "0112", "0112", "0116", "0199"];
const CHANGE = { moved: "02", details: "03", extended: "05" } as const;

const isOver = (line: Line): boolean => line.ended || line.number === null;

export function suspend(run: BodyRun, line: Line, day: Day): void {
  if (isOver(line)) return;
  line.suspendedOn = day;
  reportCertificate(run, line, {
    on: day,
    activity: "05",
    reportType: "05",
    status: "02",
    cells: {
      PAUSE_CAUSE: run.random.pick(SUSPENSION_CAUSES),
      PAUSE_S_DATE: isoOf(day),
      PAUSE_E_DATE: isoOf(day + SUSPENSION_DAYS),
      CHG_DATE: isoOf(day),
      CHG_TYP_CODE: "97_01",
    },
  });
  if (run.random.chance(RESTORED_SHARE)) {
    scheduleVisit(run, day + run.random.between(30, 80), { line, kind: "surveillance" });
  } else {
    const after = SUSPENSION_DAYS + run.random.between(1, 5);
    schedule(run, day + after, { act: "withdraw", line });
  }
}

/** Ends a certificate whose suspension ran out. */
export function withdraw(run: BodyRun, line: Line, day: Day): void {
  if (isOver(line)) return;
  line.ended = true;
  const end = { CANCEL_CAUSE: "0115", CANCEL_DATE: isoOf(day) };
  reportEnd(run, line, { day, status: "03", cells: { ...end, CHG_TYP_CODE: "97_03" } });
}

export function cancel(run: BodyRun, line: Line, day: Day): void {
  if (isOver(line) || line.suspendedOn !== null || line.visits.length > 0) return;
  line.ended = true;
  const cells = { CANCEL_DATE: isoOf(day), CHG_TYP_CODE: "97" };
  reportEnd(run, line, { day, status: "04", cells });
}

/** The certificate ends with its term and the client leaves. */
export function expire(run: BodyRun, line: Line, day: Day): void {
  lapse(run, line, day);
  line.ended = true;
}

/** The certificate ends with its term, though the client is still to be recertified. */
export function lapse(run: BodyRun, line: Line, day: Day): void {
  if (isOver(line)) return;
  reportEnd(run, line, { day, status: "05", cells: { CHG_TYP_CODE: "97_05" } });
}

interface End {
  readonly day: Day;
  readonly status: "03" | "04" | "05";
  readonly cells: Readonly<Record<string, string>>;
}

function reportEnd(run: BodyRun, line: Line, { day, status, cells }: End): void {
  const dated = { ...cells, CHG_DATE: isoOf(day) };
  reportCertificate(run, line, { on: day, activity: "05", reportType: "05", status, cells: dated });
}

export function change(run: BodyRun, line: Line, day: Day): void {
  if (isOver(line) || line.suspendedOn !== null || day > line.expiresOn) return;
  const what = run.random.pick(["moved", "moved", "details", "extended"] as const);
  if (what === "moved") line.moves++;
  if (what === "extended") line.extended = true;
  reportCertificate(run, line, {
    on: day,
    activity: "05",
    reportType: "04",
    status: "01",
    cells: { CHG_DATE: isoOf(day), CHG_TYP_CODE: CHANGE[what] },
  });
}
