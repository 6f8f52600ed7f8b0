import type { IsoDate } from "../calendar-date.ts";
import type { ParticipationRow } from "../report/report-row.ts";
import {
  type AuditStage,
  type Qualification,
  type Scheme,
  schemeOf,
  type TeamRole,
} from "../report/words.ts";
import type { CertificateState } from "./certificate-state.ts";

/** What rules on AuditParticipationReported may ask about. */
export type ParticipationFacts = {
  readonly scheme: Scheme | null;
  readonly stage: AuditStage;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate;
  readonly days: number;
  readonly role: TeamRole;
  readonly qualification: Qualification;
  readonly registrationGiven: boolean;
  /** By name; null when the decision makers are not known. */
  readonly isDecisionMaker: boolean | null;
  readonly daysInCycleYear: number | null;
  readonly certificatesInCycleYear: number | null;
  readonly overlapsOther: boolean | null;
  readonly stage1EndOn: IsoDate | null;
  readonly reportedOn: IsoDate;
  readonly connectedOn: IsoDate | null;
};

export type ParticipationFactsOptions = {
  readonly personToken: (name: string) => string;
  readonly daysInCycleYear: number | null;
  readonly certificatesInCycleYear: number | null;
  readonly overlapsOther: boolean | null;
  readonly reportedOn: IsoDate;
  readonly connectedOn: IsoDate | null;
};

/** Facts about a row; `state` is the certificate's before the row. */
export function factsForParticipation(
  state: CertificateState,
  row: ParticipationRow,
  { personToken, ...given }: ParticipationFactsOptions,
): ParticipationFacts {
  const makers = state.known ? state.decisionMakers : [];
  return {
    scheme: state.known ? schemeOf(state.itemCode) : null,
    stage: row.stage,
    startOn: row.startOn,
    endOn: row.endOn,
    days: row.days,
    role: row.role,
    qualification: row.qualification,
    registrationGiven: row.person.registrationNumber !== null,
    isDecisionMaker: makers.length === 0 ? null : makers.includes(personToken(row.person.name)),
    stage1EndOn: state.known ? state.stage1EndOn : null,
    ...given,
  };
}
