import type { IsoDate } from "../calendar-date.ts";
import type { CertificateContent, ParticipationRow } from "../report/report-row.ts";

/** What body and client agreed on; committed to, not told. */
export type CommercialTerm = "fee" | "contractNumber";

export type CertificateReported = {
  readonly type: "CertificateReported";
  readonly schema: 1;
  readonly occurredOn: IsoDate;
  readonly data: Omit<CertificateContent, CommercialTerm> & {
    /** First day of what the row reports, derived from it; see `effectiveOnOf`. */
    readonly effectiveOn: IsoDate;
    readonly decisionMakerCount: number;
  };
};

export type AuditParticipationReported = {
  readonly type: "AuditParticipationReported";
  readonly schema: 1;
  /** The person's last day in this stage. */
  readonly occurredOn: IsoDate;
  readonly data: Omit<ParticipationRow, "person">;
};

export type CertificateWithheld = {
  readonly type: "CertificateWithheld";
  readonly schema: 1;
  readonly occurredOn: IsoDate;
  readonly data: {
    readonly institution: string;
    readonly certificateNumber: string;
    readonly reason: string;
  };
};

export type CertificateReleased = {
  readonly type: "CertificateReleased";
  readonly schema: 1;
  readonly occurredOn: IsoDate;
  readonly data: {
    readonly institution: string;
    readonly certificateNumber: string;
    readonly reason: string;
  };
};

export type CertificateEvent =
  | CertificateReported
  | AuditParticipationReported
  | CertificateWithheld
  | CertificateReleased;
