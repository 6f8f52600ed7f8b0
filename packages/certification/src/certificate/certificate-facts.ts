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
import type { CertificateState, KnownCertificate } from "./certificate-state.ts";
import { effectiveOnOf } from "./effective-on.ts";
import { statusChangedOnOf, surveillancesAfter } from "./evolve-certificate.ts";

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
  readonly previousIssuedOn: IsoDate | null;
  readonly previousValidUntil: IsoDate | null;
  readonly previousStatus: CertificateStatus | null;
  /** Last day of the audit before the reported one. */
  readonly lastAuditEndOn: IsoDate | null;
  /** The reported act included. */
  readonly surveillancesInCycle: number;
  readonly suspendedOn: IsoDate | null;
  readonly suspendedUntil: IsoDate | null;
  readonly withdrawnOn: IsoDate | null;
  readonly cancelledOn: IsoDate | null;
  readonly statusChangedOn: IsoDate | null;
  readonly reportedOn: IsoDate | null;
  /** First day on which the institution's acts stand in a log here. */
  readonly connectedOn: IsoDate | null;
};

/** "0" and "00" are taken as not combined; the code list was not seen. */
const isCombined = (code: string): boolean => !/^(?:0+|N|否)$/.test(code);

export type CertificateFactsOptions = {
  readonly reportedOn: IsoDate;
  readonly connectedOn: IsoDate | null;
  readonly mainValidUntil?: IsoDate | null;
  /** State of the certificate that this one re-issues under a new number, when it is known. */
  readonly earlier?: CertificateState;
};

type Before = Pick<
  CertificateFacts,
  "previousIssuedOn" | "previousValidUntil" | "previousStatus" | "lastAuditEndOn"
>;

const NOTHING_BEFORE: Before = {
  previousIssuedOn: null,
  previousValidUntil: null,
  previousStatus: null,
  lastAuditEndOn: null,
};

function beforeOf(
  state: CertificateState,
  row: CertificateRow,
  earlier: CertificateState | undefined,
): Before {
  const before = state.known ? state : earlier;
  if (before === undefined || !before.known) return NOTHING_BEFORE;
  const sameAudit = row.auditEndOn !== null && row.auditEndOn === before.lastAuditEndOn;
  return {
    previousIssuedOn: before.issuedOn,
    previousValidUntil: before.validUntil,
    previousStatus: before.status,
    lastAuditEndOn: sameAudit ? before.auditBeforeLastEndOn : before.lastAuditEndOn,
  };
}

/** Facts about a row; `state` is the certificate's before the row. */
export function factsForCertificate(
  state: CertificateState,
  row: CertificateRow,
  options: CertificateFactsOptions,
): CertificateFacts {
  const { reportedOn, connectedOn, mainValidUntil = null, earlier } = options;
  const effectiveOn = effectiveOnOf(row);
  const data = { ...row, effectiveOn, decisionMakerCount: row.decisionMakers.length };
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
    mainValidUntil,
    ...beforeOf(state, row, earlier),
    surveillancesInCycle: surveillancesAfter(state, data),
    suspendedOn: row.suspendedOn ?? (state.known ? state.suspendedOn : null),
    suspendedUntil: row.suspendedUntil ?? (state.known ? state.suspendedUntil : null),
    withdrawnOn: row.withdrawnOn,
    cancelledOn: row.status === "cancelled" ? effectiveOn : null,
    statusChangedOn: statusChangedOnOf(data) ?? (state.known ? state.statusChangedOn : null),
    reportedOn,
    connectedOn,
  };
}

export type DeadlineFactsOptions = {
  readonly connectedOn?: IsoDate | null;
  readonly mainValidUntil?: IsoDate | null;
};

function statusOn(state: KnownCertificate, on: IsoDate): CertificateStatus {
  const lapses = state.status === "valid" || state.status === "suspended";
  return lapses && on > state.validUntil ? "expired" : state.status;
}

/** Facts for open obligations: the same names, for the state as it stands on a day. */
export function deadlineFacts(
  state: KnownCertificate,
  on: IsoDate,
  { connectedOn = null, mainValidUntil = null }: DeadlineFactsOptions = {},
): CertificateFacts {
  return {
    scheme: state.scheme,
    activity: state.activity,
    reportType: state.reportType,
    status: statusOn(state, on),
    issuedOn: state.issuedOn,
    validUntil: state.validUntil,
    firstCertifiedOn: state.firstCertifiedOn,
    auditStartOn: state.auditStartOn,
    auditEndOn: state.auditEndOn,
    decidedOn: state.decidedOn,
    surveillanceCount: state.surveillanceCount,
    recertificationCount: state.recertificationCount,
    headcountCovered: state.headcountCovered,
    actualPersonDays: state.actualPersonDays,
    basePersonDays: state.basePersonDays,
    riskLevel: state.riskLevel,
    combinedAudit: isCombined(state.combinedAudit),
    mainValidUntil,
    previousIssuedOn: state.previousIssuedOn,
    previousValidUntil: state.previousValidUntil,
    previousStatus: state.previousStatus,
    lastAuditEndOn: state.lastAuditEndOn,
    surveillancesInCycle: state.surveillancesInCycle,
    suspendedOn: state.suspendedOn,
    suspendedUntil: state.suspendedUntil,
    withdrawnOn: state.withdrawnOn,
    cancelledOn: state.cancelledOn,
    statusChangedOn: state.statusChangedOn,
    reportedOn: null,
    connectedOn,
  };
}
