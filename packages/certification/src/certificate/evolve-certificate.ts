import type { IsoDate } from "../calendar-date.ts";
import { type ActKeys, remember } from "../content-key.ts";
import { schemeOf } from "../report/words.ts";
import type {
  AuditParticipationReported,
  CertificateEvent,
  CertificateReported,
} from "./certificate-event.ts";
import {
  type AuditDecision,
  type CertificateState,
  DECISION_MAKERS_MAX,
  DECISIONS_MAX,
  type EndedCycle,
  type KnownCertificate,
  SURVEILLANCES_MAX,
  surveillancesInCycle,
} from "./certificate-state.ts";

/**
 * What a decision knows besides its event: tokens made from personal data, which no event holds.
 */
export type ReportMemory = ActKeys & { readonly decisionMakers?: readonly string[] };

type Reported = CertificateReported["data"];

const laterOf = (one: IsoDate | null, other: IsoDate | null): IsoDate | null =>
  one === null || (other !== null && other > one) ? other : one;

const certifies = ({ activity }: Pick<Reported, "activity">): boolean =>
  activity === "initial" || activity === "recertification";

/** An initial certification or a recertification with a new issue date begins a cycle. */
export function beginsCycle(
  state: CertificateState,
  data: Pick<Reported, "activity" | "issuedOn">,
): boolean {
  if (!state.known) return true;
  return certifies(data) && data.issuedOn > state.cycleStartOn;
}

function withSurveillance(ends: readonly IsoDate[], data: Reported): readonly IsoDate[] {
  const endOn = data.auditEndOn;
  if (data.activity !== "surveillance" || endOn === null || ends.includes(endOn)) return ends;
  return [...ends, endOn].sort().slice(-SURVEILLANCES_MAX);
}

/** What the body says happened before we first heard of a certificate in mid-cycle. */
function surveillancesUnseen(data: Reported): number | null {
  if (certifies(data)) return 0;
  if (data.surveillanceCount === null) return null;
  const isSeen = data.activity === "surveillance" && data.auditEndOn !== null;
  return Math.max(0, data.surveillanceCount - (isSeen ? 1 : 0));
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
    previousStatus: state.known ? (same ? state.previousStatus : state.status) : null,
    suspendedOn: data.suspendedOn ?? (state.known ? state.suspendedOn : null),
    suspendedUntil: data.suspendedUntil ?? (state.known ? state.suspendedUntil : null),
    withdrawnOn: data.withdrawnOn,
    cancelledOn: data.status === "cancelled" ? (data.cancelledOn ?? data.effectiveOn) : null,
  };
}

type CyclePart = Pick<
  KnownCertificate,
  | "cycleStartOn"
  | "cycleDecidedOn"
  | "endedCycle"
  | "stage1EndOn"
  | "surveillanceEnds"
  | "surveillancesUnseen"
>;

function cycleAfter(state: CertificateState, data: Reported): CyclePart {
  if (!state.known || beginsCycle(state, data)) {
    return {
      cycleStartOn: data.issuedOn,
      cycleDecidedOn: certifies(data) ? data.decidedOn : null,
      endedCycle: state.known ? endedCycleOf(state) : null,
      stage1EndOn: null,
      surveillanceEnds: withSurveillance([], data),
      surveillancesUnseen: surveillancesUnseen(data),
    };
  }
  const { cycleStartOn, endedCycle, stage1EndOn } = state;
  // A certificate first heard of in mid-cycle may have the beginning reported later.
  const isItsBeginning = certifies(data) && data.issuedOn === cycleStartOn;
  const cycleDecidedOn = state.cycleDecidedOn ?? (isItsBeginning ? data.decidedOn : null);
  const surveillanceEnds =
    data.issuedOn < cycleStartOn
      ? state.surveillanceEnds
      : withSurveillance(state.surveillanceEnds, data);
  const { surveillancesUnseen: unseen } = state;
  const cycle = { cycleStartOn, cycleDecidedOn, endedCycle, stage1EndOn };
  return { ...cycle, surveillanceEnds, surveillancesUnseen: unseen };
}

/** The running cycle as it would be remembered if another began now. */
export function endedCycleOf(state: KnownCertificate): EndedCycle {
  return {
    issuedOn: state.cycleStartOn,
    validUntil: state.validUntil,
    surveillances: surveillancesInCycle(state),
  };
}

const AUDITS: readonly string[] = ["initial", "recertification", "surveillance", "special"];

function decisionsAfter(
  state: CertificateState,
  data: Reported,
  makers: readonly string[] | undefined,
): readonly AuditDecision[] {
  const before = state.known ? state.decisions : [];
  if (makers === undefined || !AUDITS.includes(data.activity)) return before;
  const auditEndOn = data.auditEndOn ?? data.decidedOn;
  const decision = { auditEndOn, makers: makers.slice(0, DECISION_MAKERS_MAX) };
  return [...before.filter((known) => known.auditEndOn !== auditEndOn), decision]
    .sort((one, other) => (one.auditEndOn < other.auditEndOn ? -1 : 1))
    .slice(-DECISIONS_MAX);
}

function evolveReported(
  state: CertificateState,
  data: Reported,
  memory: ReportMemory | undefined,
): KnownCertificate {
  const cycle = cycleAfter(state, data);
  const reports = state.known ? state.reports : [];
  const decisions = decisionsAfter(state, data, memory?.decisionMakers);
  const remembered = memory === undefined ? reports : remember(reports, memory);
  if (state.known && isHistory(state, data)) {
    return { ...state, ...cycle, decisions, reports: remembered };
  }
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
    surveillanceCount: data.surveillanceCount,
    recertificationCount: data.recertificationCount,
    mainNumber: data.mainNumber,
    withheld: state.known && state.withheld,
    decisions,
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
      memory === undefined ? state.participations : remember(state.participations, memory),
  };
}

/**
 * Applies one recorded event; one that cannot follow means a corrupt stream. Without `memory`
 * (replay from the log alone) the state no longer recognises rows that are sent again.
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
