import type { IsoDate } from "../calendar-date.ts";
import type { CertificateRow } from "../report/report-row.ts";
import {
  type AuditActivity,
  type CertificateStatus,
  type ReportType,
  type RiskLevel,
  type Scheme,
  schemeOf,
} from "../report/words.ts";
import type { NumberAsWritten } from "./certificate-number.ts";
import {
  type CertificateState,
  type EndedCycle,
  type KnownCertificate,
  surveillancesInCycle,
} from "./certificate-state.ts";
import { effectiveOnOf } from "./effective-on.ts";
import { beginsCycle, endedCycleOf } from "./evolve-certificate.ts";

/** What rules on CertificateReported may ask about. */
export type CertificateFacts = {
  readonly scheme: Scheme;
  readonly activity: AuditActivity;
  readonly reportType: ReportType;
  readonly status: CertificateStatus;
  readonly issuedOn: IsoDate;
  readonly validUntil: IsoDate;
  readonly firstCertifiedOn: IsoDate | null;
  readonly auditStartOn: IsoDate | null;
  readonly auditEndOn: IsoDate | null;
  readonly decidedOn: IsoDate;
  readonly surveillanceCount: number | null;
  readonly recertificationCount: number | null;
  readonly headcountCovered: number | null;
  readonly actualPersonDays: number | null;
  readonly basePersonDays: number | null;
  readonly riskLevel: RiskLevel | null;
  readonly combinedAudit: boolean;
  readonly mainValidUntil: IsoDate | null;
  /** Issue date of the cycle that the row continues or ends. */
  readonly previousIssuedOn: IsoDate | null;
  readonly previousValidUntil: IsoDate | null;
  /** Of the decision that opened the cycle that the row continues or ends. */
  readonly previousDecidedOn: IsoDate | null;
  readonly previousStatus: CertificateStatus | null;
  readonly previousSuspendedUntil: IsoDate | null;
  /** Last day of the surveillance before the reported act; null before the first of the cycle. */
  readonly lastAuditEndOn: IsoDate | null;
  /** In the cycle that the row continues or ends, the reported act included; null: not known. */
  readonly surveillancesInCycle: number | null;
  readonly suspendedOn: IsoDate | null;
  readonly suspendedUntil: IsoDate | null;
  readonly withdrawnOn: IsoDate | null;
  readonly cancelledOn: IsoDate | null;
  readonly statusChangedOn: IsoDate | null;
  readonly numberAsWritten: NumberAsWritten | null;
  /** Approved pauses of deadlines that its institution's log held, noted as text; null: none. */
  readonly pauses: string | null;
  readonly reportedOn: IsoDate;
  /** First day on which the institution's acts stand in a log here. */
  readonly connectedOn: IsoDate;
};

export type CertificateFactsOptions = {
  readonly reportedOn: IsoDate;
  readonly connectedOn: IsoDate;
  readonly mainValidUntil?: IsoDate | null;
  /** Null when how the number was written is not known any more. */
  readonly numberAsWritten: NumberAsWritten | null;
  /** What `notePauses` of the rules package says, for the cycle that the row continues or ends. */
  readonly pausesSince?: (cycleStartOn: IsoDate) => string | null;
  /** State of the certificate that the row's `previousNumber` names, when it is known. */
  readonly earlier?: CertificateState;
};

/** "0" and "00" are taken as not combined; the code list was not seen. */
const isCombined = (code: string): boolean => !/^(?:0+|N|否)$/.test(code);

type Before = Pick<
  CertificateFacts,
  | "previousIssuedOn"
  | "previousValidUntil"
  | "previousDecidedOn"
  | "previousStatus"
  | "previousSuspendedUntil"
  | "lastAuditEndOn"
  | "surveillancesInCycle"
>;

/** A certificate cancelled because a new one replaced it counts as it stood before. */
function statusBefore(before: KnownCertificate): CertificateStatus {
  return before.status === "cancelled" ? (before.previousStatus ?? before.status) : before.status;
}

function cycleFacts(cycle: EndedCycle | null, before: KnownCertificate | null): Before {
  return {
    previousIssuedOn: cycle?.issuedOn ?? null,
    previousValidUntil: cycle?.validUntil ?? null,
    previousDecidedOn: before?.cycleDecidedOn ?? null,
    previousStatus: before === null ? null : statusBefore(before),
    previousSuspendedUntil: before?.status === "suspended" ? before.suspendedUntil : null,
    lastAuditEndOn: before?.surveillanceEnds.at(-1) ?? null,
    surveillancesInCycle: cycle?.surveillances ?? null,
  };
}

/** The row goes on in the running cycle: the surveillance it reports is counted in, once. */
function runningCycleFacts(state: KnownCertificate, row: CertificateRow): Before {
  const { surveillanceEnds: ends } = state;
  const endOn = row.activity === "surveillance" ? row.auditEndOn : null;
  const counted = surveillancesInCycle(state);
  const added = endOn !== null && !ends.includes(endOn) ? 1 : 0;
  return {
    ...cycleFacts(endedCycleOf(state), state),
    lastAuditEndOn: ends.findLast((day) => endOn === null || day < endOn) ?? null,
    surveillancesInCycle: counted === null ? null : counted + added,
  };
}

const endsCycle = (row: CertificateRow): boolean =>
  row.activity === "recertification" || row.activity === "initial";

function beforeOf(
  state: CertificateState,
  row: CertificateRow,
  earlier: CertificateState | undefined,
): Before {
  const known = state.known ? state : null;
  const replaced = earlier?.known === true ? earlier : null;
  if (known === null) {
    return cycleFacts(replaced === null ? null : endedCycleOf(replaced), replaced);
  }
  if (!endsCycle(row)) return runningCycleFacts(known, row);
  if (beginsCycle(known, row)) return cycleFacts(endedCycleOf(known), known);
  // The beginning of the running cycle reported once more, perhaps corrected.
  const ended = known.endedCycle ?? (replaced === null ? null : endedCycleOf(replaced));
  return { ...cycleFacts(ended, known), previousDecidedOn: null, lastAuditEndOn: null };
}

/** Day of the reported change, or of a change of status that the row brings without dating it. */
function statusChangedOn(row: CertificateRow, previous: CertificateStatus | null): IsoDate | null {
  if (row.changedOn !== null) return row.changedOn;
  const changes = row.status !== (previous ?? "valid") || row.reportType === "status";
  return changes ? effectiveOnOf(row) : null;
}

/** Facts about a row; `state` is the certificate's before the row. */
export function factsForCertificate(
  state: CertificateState,
  row: CertificateRow,
  options: CertificateFactsOptions,
): CertificateFacts {
  const before = beforeOf(state, row, options.earlier);
  return {
    scheme: schemeOf(row.itemCode),
    activity: row.activity,
    reportType: row.reportType,
    status: row.status,
    issuedOn: row.issuedOn,
    validUntil: row.validUntil,
    firstCertifiedOn: row.firstCertifiedOn,
    auditStartOn: row.auditStartOn,
    auditEndOn: row.auditEndOn,
    decidedOn: row.decidedOn,
    surveillanceCount: row.surveillanceCount,
    recertificationCount: row.recertificationCount,
    headcountCovered: row.headcountCovered,
    actualPersonDays: row.actualPersonDays,
    basePersonDays: row.basePersonDays,
    riskLevel: row.riskLevel,
    combinedAudit: isCombined(row.combinedAudit),
    mainValidUntil: options.mainValidUntil ?? null,
    ...before,
    suspendedOn: row.suspendedOn ?? (state.known ? state.suspendedOn : null),
    suspendedUntil: row.suspendedUntil ?? (state.known ? state.suspendedUntil : null),
    withdrawnOn: row.withdrawnOn,
    cancelledOn: row.status === "cancelled" ? effectiveOnOf(row) : null,
    statusChangedOn: statusChangedOn(row, before.previousStatus),
    numberAsWritten: options.numberAsWritten,
    pauses: options.pausesSince?.(before.previousIssuedOn ?? row.issuedOn) ?? null,
    reportedOn: options.reportedOn,
    connectedOn: options.connectedOn,
  };
}
