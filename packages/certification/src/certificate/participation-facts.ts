import type { IsoDate } from "../calendar-date.ts";
import type { ParticipationRow } from "../report/report-row.ts";
import type { AuditStage, Qualification, Scheme, TeamRole } from "../report/words.ts";
import { type CertificateState, ERASED_DECISION_MAKER } from "./certificate-state.ts";

/** What rules on AuditParticipationReported may ask about. */
export type ParticipationFacts = {
  readonly scheme: Scheme;
  readonly stage: AuditStage;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate;
  readonly days: number;
  readonly role: TeamRole;
  readonly qualification: Qualification;
  readonly registrationGiven: boolean;
  /** By name; null when who decided on that audit is not known, or was erased. */
  readonly isDecisionMaker: boolean | null;
  readonly daysInCycleYear: number | null;
  readonly certificatesInCycleYear: number | null;
  readonly overlapsOther: boolean | null;
  readonly stage1EndOn: IsoDate | null;
  readonly reportedOn: IsoDate;
  readonly connectedOn: IsoDate;
};

export type ParticipationFactsOptions = {
  readonly personToken: (name: string) => string;
  readonly daysInCycleYear: number | null;
  readonly certificatesInCycleYear: number | null;
  readonly overlapsOther: boolean | null;
  readonly reportedOn: IsoDate;
  readonly connectedOn: IsoDate;
};

/** The decision on the audit that a row belongs to: the first on an audit ending no earlier. */
function decisionMakersOf(state: CertificateState, endOn: IsoDate): readonly string[] | null {
  if (!state.known) return null;
  return state.decisions.find(({ auditEndOn }) => auditEndOn >= endOn)?.makers ?? null;
}

function isAmong(makers: readonly string[], token: string): boolean | null {
  if (makers.includes(token)) return true;
  return makers.includes(ERASED_DECISION_MAKER) ? null : false;
}

/** Facts about a row; `state` is the certificate's before the row. */
export function factsForParticipation(
  state: CertificateState,
  row: ParticipationRow,
  given: ParticipationFactsOptions,
): ParticipationFacts {
  const makers = decisionMakersOf(state, row.endOn);
  return {
    scheme: state.known ? state.scheme : "OTHER",
    stage: row.stage,
    startOn: row.startOn,
    endOn: row.endOn,
    days: row.days,
    role: row.role,
    qualification: row.qualification,
    registrationGiven: row.person.registrationNumber !== null,
    isDecisionMaker: makers === null ? null : isAmong(makers, given.personToken(row.person.name)),
    stage1EndOn: state.known ? state.stage1EndOn : null,
    daysInCycleYear: given.daysInCycleYear,
    certificatesInCycleYear: given.certificatesInCycleYear,
    overlapsOther: given.overlapsOther,
    reportedOn: given.reportedOn,
    connectedOn: given.connectedOn,
  };
}
