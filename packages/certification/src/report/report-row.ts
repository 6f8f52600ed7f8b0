import type { IsoDate, Moment } from "../calendar-date.ts";
import type {
  AuditActivity,
  AuditMode,
  AuditStage,
  CertificateStatus,
  Qualification,
  ReportType,
  RiskLevel,
  TeamRole,
} from "./words.ts";

/** Somebody on an audit plan. Number, name and phone are personal. */
export type PlannedPerson = {
  readonly name: string;
  readonly identityCode: string | null;
  readonly registrationNumber: string | null;
  readonly role: TeamRole;
  readonly phone: string | null;
};

/** A row of 102010. */
export type AuditPlanRow = {
  readonly institution: string;
  readonly planNumber: string;
  readonly stage: AuditStage;
  readonly mode: AuditMode | null;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate;
  readonly startAt: Moment;
  readonly endAt: Moment;
  /** The leader stands first. */
  readonly inspectors: readonly PlannedPerson[];
  readonly experts: readonly PlannedPerson[];
  readonly district: string | null;
  readonly holderCode: string;
  /** Nine characters, see `organisationKey`. */
  readonly holderKey: string;
  readonly holderName: string;
  readonly contactNames: readonly string[];
  readonly contactPhones: readonly string[];
  readonly auditedAddress: string | null;
  readonly itemCode: string;
  readonly remark: string | null;
};

/** What a row of 103010 says besides naming people. */
export type CertificateContent = {
  readonly institution: string;
  readonly branch: string | null;
  readonly number: string;
  readonly holderName: string;
  readonly holderCode: string;
  /** Nine characters, see `organisationKey`. */
  readonly holderKey: string;
  readonly industries: readonly string[];
  readonly country: string | null;
  readonly district: string | null;
  readonly addresses: readonly string[];
  readonly headcount: number | null;
  readonly headcountCovered: number | null;
  readonly firstCertifiedOn: IsoDate | null;
  readonly itemCode: string;
  readonly businessScopes: readonly string[];
  readonly standards: readonly string[];
  readonly multiSite: boolean | null;
  readonly sites: readonly string[];
  readonly scope: string | null;
  readonly reportType: ReportType;
  readonly activity: AuditActivity;
  readonly recertificationCount: number | null;
  readonly surveillanceCount: number | null;
  readonly auditStartOn: IsoDate | null;
  readonly auditEndOn: IsoDate | null;
  /** Person-days of eight hours, without document review. */
  readonly actualPersonDays: number | null;
  readonly basePersonDays: number | null;
  readonly combinedAudit: string;
  readonly decidedOn: IsoDate;
  readonly issuedOn: IsoDate;
  /** Last day of validity. */
  readonly validUntil: IsoDate;
  readonly status: CertificateStatus;
  readonly suspensionCauses: readonly string[];
  readonly suspendedOn: IsoDate | null;
  readonly suspendedUntil: IsoDate | null;
  readonly endCauses: readonly string[];
  readonly withdrawnOn: IsoDate | null;
  readonly cancelledOn: IsoDate | null;
  readonly child: boolean;
  readonly mainNumber: string | null;
  readonly changedOn: IsoDate | null;
  readonly changeTypes: readonly string[];
  readonly reissued: boolean;
  readonly reissuedOn: IsoDate | null;
  readonly reissueCause: string | null;
  readonly previousInstitution: string | null;
  readonly previousNumber: string | null;
  readonly accreditationMarks: readonly string[];
  readonly accreditationNumber: string | null;
  readonly riskLevel: RiskLevel | null;
  /** As reported; the template states no currency. */
  readonly fee: number | null;
  readonly contractNumber: string | null;
  readonly overdueAudit: boolean | null;
  readonly auditProgrammeNumber: string | null;
  readonly overdueCauses: readonly string[];
  readonly plannedStartOn: IsoDate | null;
};

/** A row of 103010. */
export type CertificateRow = CertificateContent & { readonly decisionMakers: readonly string[] };

/** A row of 103011: one person in one audit stage. */
export type ParticipationRow = {
  readonly institution: string;
  readonly certificateNumber: string;
  readonly stage: AuditStage;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate;
  readonly startAt: Moment;
  readonly endAt: Moment;
  /** In half-days touched. */
  readonly days: number;
  readonly person: {
    readonly name: string;
    readonly identityCode: string | null;
    readonly registrationNumber: string | null;
  };
  readonly role: TeamRole;
  readonly qualification: Qualification;
  readonly professional: boolean | null;
  readonly fullTime: boolean | null;
  readonly witnessed: boolean | null;
};

export type ReportRows = {
  "102010": AuditPlanRow;
  "103010": CertificateRow;
  "103011": ParticipationRow;
};
