import { actKey, contentKey } from "../content-key.ts";
import { type Decision, type PersonalField, personalField, refuse } from "../decision.ts";
import { type RepeatRefusal, repeatOf } from "../repeated-row.ts";
import type { ParticipationRow } from "../report/report-row.ts";
import type { AuditParticipationReported } from "./certificate-event.ts";
import type { CertificateState, KnownCertificate } from "./certificate-state.ts";
import { evolveCertificate } from "./evolve-certificate.ts";

export type ReportParticipationOptions = {
  /** Who it is, however the caller tells persons apart; never stored as given. */
  readonly personId: string;
  readonly personToken: (text: string) => string;
};

function personalOf({ person }: ParticipationRow): PersonalField[] {
  return [
    ...personalField("person.identity", person.identityCode, "restricted"),
    ...personalField("person.name", person.name, "public"),
    ...personalField("person.registration", person.registrationNumber, "public"),
  ];
}

/**
 * Decides on a row of table 103011. The same person, stage and start with other content is a
 * correction and recorded.
 */
export function reportParticipation(
  state: CertificateState,
  row: ParticipationRow,
  { personId, personToken }: ReportParticipationOptions,
): Decision<
  AuditParticipationReported,
  KnownCertificate,
  "certificate-not-reported" | "certificate-of-another-institution" | RepeatRefusal
> {
  if (!state.known) return refuse("certificate-not-reported");
  if (state.institution !== row.institution) return refuse("certificate-of-another-institution");
  const { person: _person, ...data } = row;
  const personal = personalOf(row);
  const memory = {
    act: actKey(row.stage, row.startAt, personToken(personId)),
    content: contentKey([data, personal.map(({ value }) => personToken(value))]),
  };
  const repeated = repeatOf(state.participations, memory);
  if (repeated !== null) return repeated;
  const event: AuditParticipationReported = {
    type: "AuditParticipationReported",
    schema: 1,
    occurredOn: row.endOn,
    data,
  };
  return { outcome: "accept", event, personal, state: evolveCertificate(state, event, memory) };
}
