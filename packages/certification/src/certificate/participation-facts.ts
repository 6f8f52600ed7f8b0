import type { IsoDate } from "../calendar-date.ts";
import type { ParticipationRow } from "../report/report-row.ts";
import type { AuditStage, Qualification, Scheme, TeamRole } from "../report/words.ts";
import type { KnownCertificate } from "./certificate-state.ts";

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
  /** By name; null when the decision makers are not known. */
  readonly isDecisionMaker: boolean | null;
  readonly daysInCycleYear: number | null;
  readonly certificatesInCycleYear: number | null;
  readonly overlapsOther: boolean;
  readonly stage1EndOn: IsoDate | null;
  readonly reportedOn: IsoDate;
  readonly connectedOn: IsoDate;
};

export type ParticipationFactsOptions = {
  readonly personToken: (name: string) => string;
  readonly daysInCycleYear: number | null;
  readonly certificatesInCycleYear: number | null;
  readonly overlapsOther: boolean;
  readonly reportedOn: IsoDate;
  readonly connectedOn: IsoDate;
};

/** Facts about a row; `state` is the certificate's before the row. */
export function factsForParticipation(
  state: KnownCertificate,
  row: ParticipationRow,
  { personToken, ...given }: ParticipationFactsOptions,
): ParticipationFacts {
  const makers = state.decisionMakers;
  return {
    scheme: state.scheme,
    stage: row.stage,
    startOn: row.startOn,
    endOn: row.endOn,
    days: row.days,
    role: row.role,
    qualification: row.qualification,
    registrationGiven: row.person.registrationNumber !== null,
    isDecisionMaker: makers.length === 0 ? null : makers.includes(personToken(row.person.name)),
    stage1EndOn: state.stage1EndOn,
    ...given,
  };
}
