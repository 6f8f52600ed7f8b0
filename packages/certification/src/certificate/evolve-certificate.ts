import type { IsoDate } from "../calendar-date.ts";
import { remember } from "../content-key.ts";
import { schemeOf } from "../report/words.ts";
import type {
  AuditParticipationReported,
  CertificateEvent,
  CertificateReported,
} from "./certificate-event.ts";
import {
  type CertificateState,
  DECISION_MAKERS_MAX,
  type KnownCertificate,
  PARTICIPATIONS_MAX,
  REPORTS_MAX,
} from "./certificate-state.ts";

/** What a decision knows besides its event: tokens made from personal data, which no event holds. */
export type ReportMemory = {
  readonly act: string;
  readonly content: string;
  readonly decisionMakers?: readonly string[];
};

type Reported = CertificateReported["data"];

export const laterOf = (one: IsoDate | null, other: IsoDate | null): IsoDate | null =>
  one === null || (other !== null && other > one) ? other : one;

/** An initial certification or a recertification with a new issue date begins a cycle. */
export function beginsCycle(state: CertificateState, data: Reported): boolean {
  if (!state.known) return true;
  if (data.activity !== "initial" && data.activity !== "recertification") return false;
  return data.issuedOn > state.cycleStartOn;
}

/** True when the row reports an audit that was not reported before. */
export function isNewAudit(state: CertificateState, auditEndOn: IsoDate | null): boolean {
  if (!state.known) return true;
  return (
    auditEndOn !== null && (state.lastAuditEndOn === null || auditEndOn > state.lastAuditEndOn)
  );
}

const AUDITS: readonly string[] = ["initial", "recertification", "surveillance", "special"];

/** The count in the log; a certificate first seen in mid-cycle starts with the count its body states. */
export function surveillancesAfter(state: CertificateState, data: Reported): number {
  const isSurveillance = data.activity === "surveillance";
  if (!state.known) return Math.max(data.surveillanceCount ?? 0, isSurveillance ? 1 : 0);
  if (beginsCycle(state, data)) return 0;
  const added = isSurveillance && isNewAudit(state, data.auditEndOn) ? 1 : 0;
  return state.surveillancesInCycle + added;
}

/** A row about an earlier day than the newest report is history: it does not change the present. */
export function isHistory(state: KnownCertificate, data: Reported): boolean {
  return data.effectiveOn < state.effectiveOn;
}

type StatusPart = Pick<
  KnownCertificate,
  | "status"
  | "statusSince"
  | "effectiveOn"
  | "statusChangedOn"
  | "previousStatus"
  | "suspendedOn"
  | "suspendedUntil"
  | "withdrawnOn"
  | "cancelledOn"
>;

function statusAfter(state: CertificateState, data: Reported): StatusPart {
  const same = state.known && state.status === data.status;
  const stays = same && data.status === "valid";
  return {
    status: data.status,
    statusSince: stays ? state.statusSince : data.effectiveOn,
    effectiveOn: data.effectiveOn,
    statusChangedOn: statusChangedOnOf(data) ?? (state.known ? state.statusChangedOn : null),
    previousStatus: state.known ? (same ? state.previousStatus : state.status) : null,
    suspendedOn: data.suspendedOn ?? (state.known ? state.suspendedOn : null),
    suspendedUntil: data.suspendedUntil ?? (state.known ? state.suspendedUntil : null),
    withdrawnOn: data.withdrawnOn,
    cancelledOn: data.status === "cancelled" ? (data.cancelledOn ?? data.effectiveOn) : null,
  };
}

/** When the status last changed, as the row says; null while the certificate was always valid. */
export function statusChangedOnOf(data: Reported): IsoDate | null {
  if (data.reportType === "status") return data.changedOn ?? data.effectiveOn;
  return data.status === "valid" ? null : data.effectiveOn;
}

type CyclePart = Pick<
  KnownCertificate,
  | "cycleStartOn"
  | "previousIssuedOn"
  | "previousValidUntil"
  | "lastAuditEndOn"
  | "auditBeforeLastEndOn"
  | "stage1EndOn"
  | "surveillancesInCycle"
>;

function cycleAfter(state: CertificateState, data: Reported): CyclePart {
  const isAudit = AUDITS.includes(data.activity);
  const endOn = isAudit ? data.auditEndOn : null;
  const surveillancesInCycle = surveillancesAfter(state, data);
  if (!state.known) {
    return {
      cycleStartOn: data.issuedOn,
      previousIssuedOn: null,
      previousValidUntil: null,
      lastAuditEndOn: endOn,
      auditBeforeLastEndOn: null,
      stage1EndOn: null,
      surveillancesInCycle,
    };
  }
  const begins = beginsCycle(state, data);
  const audited = endOn !== null && isNewAudit(state, endOn);
  return {
    cycleStartOn: begins ? data.issuedOn : state.cycleStartOn,
    previousIssuedOn: begins ? state.issuedOn : state.previousIssuedOn,
    previousValidUntil: begins ? state.validUntil : state.previousValidUntil,
    lastAuditEndOn: audited ? endOn : state.lastAuditEndOn,
    auditBeforeLastEndOn: audited ? state.lastAuditEndOn : state.auditBeforeLastEndOn,
    stage1EndOn: begins ? null : state.stage1EndOn,
    surveillancesInCycle,
  };
}

function evolveReported(
  state: CertificateState,
  data: Reported,
  memory: ReportMemory | undefined,
): KnownCertificate {
  const cycle = cycleAfter(state, data);
  const reports = state.known ? state.reports : [];
  const remembered = memory === undefined ? reports : remember(reports, memory, REPORTS_MAX);
  if (state.known && isHistory(state, data)) return { ...state, ...cycle, reports: remembered };
  return {
    known: true,
    institution: data.institution,
    number: data.number,
    holderKey: data.holderKey,
    itemCode: data.itemCode,
    scheme: schemeOf(data.itemCode),
    ...statusAfter(state, data),
    issuedOn: data.issuedOn,
    validUntil: data.validUntil,
    firstCertifiedOn: data.firstCertifiedOn,
    ...cycle,
    reportType: data.reportType,
    activity: data.activity,
    auditStartOn: data.auditStartOn,
    auditEndOn: data.auditEndOn,
    decidedOn: data.decidedOn,
    surveillanceCount: data.surveillanceCount,
    recertificationCount: data.recertificationCount,
    headcountCovered: data.headcountCovered,
    actualPersonDays: data.actualPersonDays,
    basePersonDays: data.basePersonDays,
    riskLevel: data.riskLevel,
    combinedAudit: data.combinedAudit,
    mainNumber: data.mainNumber,
    withheld: state.known && state.withheld,
    decisionMakers: (memory?.decisionMakers ?? []).slice(0, DECISION_MAKERS_MAX),
    reports: remembered,
    participations: state.known ? state.participations : [],
  };
}

function evolveParticipation(
  state: KnownCertificate,
  data: AuditParticipationReported["data"],
  memory: ReportMemory | undefined,
): KnownCertificate {
  return {
    ...state,
    stage1EndOn:
      data.stage === "stage-1" ? laterOf(state.stage1EndOn, data.endOn) : state.stage1EndOn,
    participations:
      memory === undefined
        ? state.participations
        : remember(state.participations, memory, PARTICIPATIONS_MAX),
  };
}

/**
 * Applies one recorded event; one that cannot follow means a corrupt stream. Without `memory` (replay
 * from the log alone) the state no longer recognises rows that are sent again.
 */
export function evolveCertificate(
  state: CertificateState,
  event: CertificateEvent,
  memory?: ReportMemory,
): KnownCertificate {
  if (event.type === "CertificateReported") return evolveReported(state, event.data, memory);
  if (!state.known) throw new Error(`${event.type} cannot come before CertificateReported`);
  switch (event.type) {
    case "AuditParticipationReported":
      return evolveParticipation(state, event.data, memory);
    case "CertificateWithheld":
      return { ...state, withheld: true };
    case "CertificateReleased":
      return { ...state, withheld: false };
  }
}
