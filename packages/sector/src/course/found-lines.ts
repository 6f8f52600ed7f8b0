import { addYears } from "../calendar.ts";
import { drawHeadcount } from "../client.ts";
import { EMS, OHSMS, QMS, type Scheme } from "../schemes.ts";
import { type BodyRun, certificateNumber } from "./body-run.ts";
import { scheduleCourse } from "./certificate-course.ts";
import { type Line, newLine } from "./line.ts";
import { PLAN_LEAD_DAYS, scheduleVisit } from "./plan-visit.ts";

export interface Founding {
  readonly certificates: number;
  /** Share of the certificates that are already in force when the story begins. */
  readonly stockShare: number;
  /** Serial of the body's first client; serials are never shared between bodies. */
  readonly firstClientSerial: number;
}

/** Of the QMS clients, those with EMS too; of these, those with OHSMS too. */
const EMS_SHARE = 0.35;
const OHSMS_SHARE = 0.6;
const MULTI_SITE_SHARE = 0.05;
const CYCLE_YEARS = 3;
/** An application needs about this long to become a certificate. */
const INITIAL_DAYS = 110;

/** Makes the lines of a body, one client after another, and puts their first acts on the agenda. */
export function foundLines(run: BodyRun, founding: Founding): void {
  // An overloaded auditor needs long audits to pass 180 days, so that body has larger clients.
  const clients = run.roster.overloaded === null ? "usual" : "large";
  let left = founding.certificates;
  for (let client = 0; left > 0; client++) {
    const serial = founding.firstClientSerial + client;
    const headcount = drawHeadcount(run.random, clients);
    const isStock = run.random.chance(founding.stockShare);
    for (const scheme of drawSchemes(run)) {
      if (left === 0) break;
      const childCount = Math.min(left - 1, drawChildCount(run));
      const line = addLine(run, { clientSerial: serial, scheme, childCount, headcount });
      left -= 1 + childCount;
      if (isStock) enterInForce(run, line);
      else apply(run, line);
    }
  }
}

function drawSchemes(run: BodyRun): Scheme[] {
  if (!run.random.chance(EMS_SHARE)) return [QMS];
  return run.random.chance(OHSMS_SHARE) ? [QMS, EMS, OHSMS] : [QMS, EMS];
}

const drawChildCount = (run: BodyRun): number =>
  run.random.chance(MULTI_SITE_SHARE) ? run.random.between(1, 3) : 0;

type Origin = Pick<Line, "clientSerial" | "scheme" | "childCount" | "headcount">;

function addLine(run: BodyRun, origin: Origin): Line {
  const index = run.lines.length;
  const line = newLine({ ...origin, index, sequence: index + 1 });
  run.lines.push(line);
  return line;
}

function apply(run: BodyRun, line: Line): void {
  const { random, rates } = run;
  const span = Math.max(0, run.today - run.from - INITIAL_DAYS - PLAN_LEAD_DAYS);
  const start = run.from + PLAN_LEAD_DAYS + random.between(0, span);
  const skipsStageOne = random.chance(rates.stageOneMissing);
  scheduleVisit(run, start, { line, kind: skipsStageOne ? "stage-two" : "stage-one" });
}

/** A certificate that was issued before the story begins: its past stands in its cells only. */
function enterInForce(run: BodyRun, line: Line): void {
  const { random } = run;
  line.surveillances = random.between(0, 2);
  line.lastAuditedOn = run.from - random.between(1, 300);
  line.issuedOn = line.lastAuditedOn - line.surveillances * random.between(330, 345);
  line.cycle = random.between(0, 2);
  line.firstOn = addYears(line.issuedOn, -CYCLE_YEARS * line.cycle);
  line.expiresOn = addYears(line.issuedOn, CYCLE_YEARS) - 1;
  line.number = certificateNumber(run, line, line.issuedOn);
  scheduleCourse(run, line, run.from);
}
