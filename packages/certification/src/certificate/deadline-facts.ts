import type { IsoDate } from "../calendar-date.ts";
import type { CertificateStatus, Scheme } from "../report/words.ts";
import type { KnownCertificate } from "./certificate-state.ts";

/** A certificate as it stands on a day: what deadlines are reckoned from. */
export type DeadlineFacts = {
  readonly scheme: Scheme;
  readonly status: CertificateStatus;
  /** Issue date of the running cycle. */
  readonly issuedOn: IsoDate;
  readonly validUntil: IsoDate;
  /** Of the decision that opened the running cycle; null when its report was not seen. */
  readonly decidedOn: IsoDate | null;
  readonly lastSurveillanceEndOn: IsoDate | null;
  /** As reported in the newest row. */
  readonly surveillanceCount: number | null;
  readonly suspendedOn: IsoDate | null;
  readonly suspendedUntil: IsoDate | null;
};

export function deadlineFacts(state: KnownCertificate, on: IsoDate): DeadlineFacts {
  const lapses = state.status === "valid" || state.status === "suspended";
  const status = lapses && on > state.validUntil ? "expired" : state.status;
  const suspended = status === "suspended";
  return {
    scheme: state.scheme,
    status,
    issuedOn: state.cycleStartOn,
    validUntil: state.validUntil,
    decidedOn: state.cycleDecidedOn,
    lastSurveillanceEndOn: state.surveillanceEnds.at(-1) ?? null,
    surveillanceCount: state.surveillanceCount,
    suspendedOn: suspended ? state.suspendedOn : null,
    suspendedUntil: suspended ? state.suspendedUntil : null,
  };
}
