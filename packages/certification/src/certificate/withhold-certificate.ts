import type { IsoDate } from "../calendar-date.ts";
import { type Decision, refuse } from "../decision.ts";
import type { CertificateReleased, CertificateWithheld } from "./certificate-event.ts";
import type { CertificateState, KnownCertificate } from "./certificate-state.ts";
import { evolveCertificate } from "./evolve-certificate.ts";

export type WithholdOrRelease = {
  readonly on: IsoDate;
  /** Public; no personal data. */
  readonly reason: string;
};

/** Stops public display; what is in the log stays in the log. */
export function withholdCertificate(
  state: CertificateState,
  { on, reason }: WithholdOrRelease,
): Decision<
  CertificateWithheld,
  KnownCertificate,
  "certificate-not-reported" | "already-withheld"
> {
  if (!state.known) return refuse("certificate-not-reported");
  if (state.withheld) return refuse("already-withheld");
  const data = { institution: state.institution, certificateNumber: state.number, reason };
  const event: CertificateWithheld = {
    type: "CertificateWithheld",
    schema: 1,
    occurredOn: on,
    data,
  };
  return { outcome: "accept", event, personal: [], state: evolveCertificate(state, event) };
}

export function releaseCertificate(
  state: CertificateState,
  { on, reason }: WithholdOrRelease,
): Decision<CertificateReleased, KnownCertificate, "certificate-not-reported" | "not-withheld"> {
  if (!state.known) return refuse("certificate-not-reported");
  if (!state.withheld) return refuse("not-withheld");
  const data = { institution: state.institution, certificateNumber: state.number, reason };
  const event: CertificateReleased = {
    type: "CertificateReleased",
    schema: 1,
    occurredOn: on,
    data,
  };
  return { outcome: "accept", event, personal: [], state: evolveCertificate(state, event) };
}
