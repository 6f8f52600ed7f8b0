import { addYears, type Day, isoOf, reportDeadline, yearOf } from "../calendar.ts";
import { type BodyRun, certificateNumber, emit, noteFault } from "./body-run.ts";
import { scheduleCourse } from "./certificate-course.ts";
import type { Line, Visit } from "./line.ts";
import { participationCells } from "./participation-cells.ts";
import { drawDeciders, reportCertificate } from "./report-certificate.ts";
import { loadOf } from "./roster.ts";

const CERTIFICATE_YEARS = 3;
/** Limits of the rule, here only to note when the planted overload has passed them. */
const DAYS_LIMIT = 180;
const CERTIFICATES_LIMIT = 50;
/** A certificate audited twice in one year counts once, so the note comes a little later. */
const CERTIFICATES_MARGIN = 4;
const REPLACED_CAUSE = "0120";
const RECERTIFICATION_CAUSE = "0102";
/** Least days between the stages; a put-off visit may still reach them. */
const STAGE_GAP_DAYS = 5;
const TIME_SHARE_MIN = 0.7;

interface Audit {
  readonly visits: readonly Visit[];
  readonly last: Visit;
  readonly decidedOn: Day;
  readonly reportedOn: Day;
}

const personDays = (visits: readonly Visit[]): number =>
  visits.reduce((sum, visit) => sum + (visit.halfDays / 2) * visit.team.length, 0);

/** Reports what came of an audit: the certificate, and each person's part in it. */
export function reportAudit(run: BodyRun, line: Line, reportedOn: Day): void {
  const { visits, decidedOn } = line;
  const last = visits.at(-1);
  if (line.ended || last === undefined) return;
  line.visits = [];
  const audit: Audit = { visits, last, decidedOn, reportedOn };
  noteLateRecertification(run, line, audit);
  const deciders = drawAuditDeciders(run, audit);
  if (last.kind === "surveillance") reportSurveillance(run, line, { audit, deciders });
  else issueCertificate(run, line, { audit, deciders });
  noteReportFaults(run, line, { audit, deciders });
  reportParticipations(run, line, audit);
  scheduleCourse(run, line, reportedOn);
}

function drawAuditDeciders(run: BodyRun, { last }: Audit): string[] {
  const deciders = drawDeciders(run);
  const auditor = last.team.at(-1);
  const breaks = run.random.chance(run.rates.decisionMakerInTeam);
  return breaks && auditor ? [...deciders, auditor.name] : deciders;
}

function auditCells(line: Line, { visits, last }: Audit): Record<string, string> {
  return {
    APPR_S_DATE: isoOf(visits[0]?.start ?? last.start),
    APPR_E_DATE: isoOf(last.end),
    CHK_PD_NUM: String(personDays(visits)),
    BASE_PD_NUM: String(line.baseDays),
    PLAN_START: isoOf(last.start),
  };
}

interface Decided {
  readonly audit: Audit;
  readonly deciders: readonly string[];
}

function reportSurveillance(run: BodyRun, line: Line, { audit, deciders }: Decided): void {
  const restores = line.suspendedOn !== null;
  line.surveillances++;
  line.lastAuditedOn = audit.last.end;
  line.suspendedOn = null;
  const change = { CHG_DATE: isoOf(audit.decidedOn), CHG_TYP_CODE: "97_02" };
  reportCertificate(run, line, {
    on: audit.reportedOn,
    decidedOn: audit.decidedOn,
    deciders,
    activity: "03",
    reportType: restores ? "05" : "04",
    status: "01",
    cells: { ...auditCells(line, audit), ...(restores && change) },
  });
}

/** Issues the first certificate, or the next cycle's under a new number. */
function issueCertificate(run: BodyRun, line: Line, { audit, deciders }: Decided): void {
  const previous = line.number;
  if (previous !== null) replaceCertificate(run, line, audit);
  line.cycle += previous === null ? 0 : 1;
  line.issuedOn = audit.decidedOn;
  if (previous === null) line.firstOn = audit.decidedOn;
  line.expiresOn = addYears(line.issuedOn, CERTIFICATE_YEARS) - 1;
  line.lastAuditedOn = line.issuedOn;
  line.surveillances = 0;
  line.number = certificateNumber(run, line, line.issuedOn);
  reportCertificate(run, line, {
    on: audit.reportedOn,
    decidedOn: audit.decidedOn,
    deciders,
    activity: previous === null ? "01" : "02",
    reportType: previous === null ? "01" : "02",
    status: "01",
    cells: { ...auditCells(line, audit), ...reissueCells(run, line, previous) },
  });
}

function reissueCells(run: BodyRun, line: Line, previous: string | null): Record<string, string> {
  if (previous === null) return {};
  return {
    EXCHANGE_DATE: isoOf(line.issuedOn),
    EXCHANGE_CAUSE: RECERTIFICATION_CAUSE,
    O_AWARD_JG: run.institution.approvalNumber,
    O_CERTI_NUM: previous,
  };
}

function replaceCertificate(run: BodyRun, line: Line, { decidedOn, reportedOn }: Audit): void {
  if (decidedOn > line.expiresOn) return;
  reportCertificate(run, line, {
    on: reportedOn,
    decidedOn,
    activity: "05",
    reportType: "05",
    status: "04",
    cells: {
      CANCEL_CAUSE: REPLACED_CAUSE,
      CANCEL_DATE: isoOf(decidedOn),
      CHG_DATE: isoOf(decidedOn),
      CHG_TYP_CODE: "97",
    },
  });
}

/** Looked at before the certificate moves on to its next cycle. */
function noteLateRecertification(run: BodyRun, line: Line, { last }: Audit): void {
  if (last.kind !== "recertification" || last.start <= line.expiresOn) return;
  const about = { on: last.start, certificateNumber: line.number };
  const detail = `expired on ${isoOf(line.expiresOn)}`;
  noteFault(run, { ...about, kind: "recertification-after-expiry", detail });
}

function noteReportFaults(run: BodyRun, line: Line, { audit, deciders }: Decided): void {
  const { visits, last } = audit;
  const about = { certificateNumber: line.number, on: last.start };
  const spent = personDays(visits);
  if (spent < line.baseDays * TIME_SHARE_MIN) {
    const detail = `${spent} of ${line.baseDays} person-days`;
    noteFault(run, { ...about, kind: "person-days-cut", detail });
  }
  const inTeam = last.team.find((auditor) => deciders.includes(auditor.name));
  if (inTeam) {
    const detail = `decided on ${isoOf(audit.decidedOn)}`;
    const auditor = inTeam.registrationNumber;
    noteFault(run, { ...about, kind: "decision-maker-in-team", auditor, detail });
  }
  if (audit.reportedOn > reportDeadline(audit.decidedOn)) {
    const detail = `decided on ${isoOf(audit.decidedOn)}, reported on ${isoOf(audit.reportedOn)}`;
    noteFault(run, { ...about, kind: "late-report", on: audit.reportedOn, detail });
  }
  noteStageFaults(run, line, audit);
}

function noteStageFaults(run: BodyRun, line: Line, { visits, last }: Audit): void {
  if (last.kind !== "stage-two") return;
  const about = { certificateNumber: line.number, on: last.start };
  const first = visits[0];
  if (first === undefined || first.kind !== "stage-one") {
    noteFault(run, { ...about, kind: "stage-one-missing", detail: "no stage 1 before stage 2" });
  } else if (last.start - first.end < STAGE_GAP_DAYS) {
    const detail = `stage 1 ended on ${isoOf(first.end)}`;
    noteFault(run, { ...about, kind: "stage-gap-zero", detail });
  }
}

function reportParticipations(run: BodyRun, line: Line, audit: Audit): void {
  const number = line.number;
  if (number === null) throw new Error(`line ${line.index} was audited without a certificate`);
  for (const visit of audit.visits) {
    for (const auditor of visit.team) {
      const cells = participationCells({ run, number, visit, auditor });
      emit(run, { table: "103011", on: audit.reportedOn, cells });
    }
    countLoad(run, visit, number);
  }
}

/** Adds a reported visit to each member's year and notes the moment a limit is passed. */
function countLoad(run: BodyRun, visit: Visit, certificateNumber: string): void {
  for (const member of visit.team) {
    const load = loadOf(member, yearOf(visit.start));
    const before = { ...load };
    load.days += visit.halfDays / 2;
    if (visit.kind !== "stage-one") load.certificates++;
    const about = { on: visit.end, certificateNumber, auditor: member.registrationNumber };
    if (load.days > DAYS_LIMIT && before.days <= DAYS_LIMIT) {
      noteFault(run, { ...about, kind: "days-overload", detail: `${load.days} days in the year` });
    }
    const noteAt = CERTIFICATES_LIMIT + CERTIFICATES_MARGIN;
    if (load.certificates === noteAt && before.certificates < noteAt) {
      const detail = `more than ${CERTIFICATES_LIMIT} certificates in the year`;
      noteFault(run, { ...about, kind: "certificates-overload", detail });
    }
  }
}
