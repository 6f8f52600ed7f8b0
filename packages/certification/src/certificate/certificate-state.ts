import type { IsoDate } from "../calendar-date.ts";
import type {
  AuditActivity,
  CertificateStatus,
  ReportType,
  RiskLevel,
  Scheme,
} from "../report/words.ts";

/** What is kept per certificate to decide on the next row and to assemble facts. Under 2 kB as JSON. */
export type KnownCertificate = {
  readonly known: true;
  readonly institution: string;
  readonly number: string;
  readonly holderKey: string;
  readonly itemCode: string;
  readonly scheme: Scheme;
  readonly status: CertificateStatus;
  /** First day of the present status. */
  readonly statusSince: IsoDate;
  /** First day of the newest report's content; not before `statusSince`. */
  readonly effectiveOn: IsoDate;
  readonly statusChangedOn: IsoDate | null;
  readonly previousStatus: CertificateStatus | null;
  readonly suspendedOn: IsoDate | null;
  readonly suspendedUntil: IsoDate | null;
  readonly withdrawnOn: IsoDate | null;
  readonly cancelledOn: IsoDate | null;
  readonly issuedOn: IsoDate;
  /** Last day of validity. */
  readonly validUntil: IsoDate;
  readonly firstCertifiedOn: IsoDate | null;
  /** Issue date with which the present cycle began. */
  readonly cycleStartOn: IsoDate;
  readonly previousIssuedOn: IsoDate | null;
  readonly previousValidUntil: IsoDate | null;
  readonly reportType: ReportType;
  readonly activity: AuditActivity;
  readonly auditStartOn: IsoDate | null;
  readonly auditEndOn: IsoDate | null;
  readonly decidedOn: IsoDate;
  /** Last day of the newest reported audit, and of the one before it. */
  readonly lastAuditEndOn: IsoDate | null;
  readonly auditBeforeLastEndOn: IsoDate | null;
  /** Last day of stage 1 in the present cycle, from the team's rows. */
  readonly stage1EndOn: IsoDate | null;
  readonly surveillancesInCycle: number;
  readonly surveillanceCount: number | null;
  readonly recertificationCount: number | null;
  readonly headcountCovered: number | null;
  readonly actualPersonDays: number | null;
  readonly basePersonDays: number | null;
  readonly riskLevel: RiskLevel | null;
  readonly combinedAudit: string;
  readonly mainNumber: string | null;
  readonly withheld: boolean;
  /** Tokens of the decision makers' names, at most `DECISION_MAKERS_MAX`; never names. */
  readonly decisionMakers: readonly string[];
  /** `act:content` keys of the newest reports, oldest first. */
  readonly reports: readonly string[];
  /** `participation:content` keys of the newest team rows, oldest first. */
  readonly participations: readonly string[];
};

export type CertificateState = { readonly known: false } | KnownCertificate;

export const initialCertificate: CertificateState = { known: false };

export const DECISION_MAKERS_MAX = 8;
/** Reports remembered per certificate: a cycle of yearly audits and some changes. */
export const REPORTS_MAX = 14;
/** Team rows remembered per certificate: more than a cycle of five-person teams. */
export const PARTICIPATIONS_MAX = 32;
