import type { IsoDate } from "../calendar-date.ts";
import type { Memory } from "../content-key.ts";
import type { CertificateStatus, Scheme } from "../report/words.ts";

/** What a recertification is judged by. */
export type EndedCycle = {
  readonly issuedOn: IsoDate;
  readonly validUntil: IsoDate;
  readonly surveillances: number | null;
};

/** Stands for the token of a decision maker who was erased; it is nobody's. */
export const ERASED_DECISION_MAKER = "";

/** A decision on an audit, to tell whether a member of its team made it. */
export type AuditDecision = {
  readonly auditEndOn: IsoDate;
  /** Tokens of the names, at most `DECISION_MAKERS_MAX`; never names. */
  readonly makers: readonly string[];
};

/**
 * What is kept per certificate to decide on the next row and to assemble facts. As JSON under 2 kB
 * and 18 bytes for each row that was recorded, which are some 400 bytes in a cycle of three years:
 * a report and a team of five for each of three audits, and a few changes.
 */
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
  /** Of the decision that opened the present cycle; null when its report was not seen. */
  readonly cycleDecidedOn: IsoDate | null;
  /** Of the cycle that ended with the present one's beginning; null when it was not seen. */
  readonly endedCycle: EndedCycle | null;
  /** Last day of stage 1 in the present cycle, from the team's rows. */
  readonly stage1EndOn: IsoDate | null;
  /** Last days of the surveillances seen in the present cycle, oldest first. */
  readonly surveillanceEnds: readonly IsoDate[];
  /**
   * Surveillances of the cycle before the first report seen, as stated by the body; null: not
   * stated.
   */
  readonly surveillancesUnseen: number | null;
  readonly surveillanceCount: number | null;
  readonly recertificationCount: number | null;
  readonly mainNumber: string | null;
  readonly withheld: boolean;
  /** Who decided on the newest audits, oldest first. */
  readonly decisions: readonly AuditDecision[];
  /** Of the rows of table 103010. */
  readonly reports: Memory;
  /** Of the rows of table 103011. */
  readonly participations: Memory;
};

export type CertificateState = { readonly known: false } | KnownCertificate;

export const initialCertificate: CertificateState = { known: false };

/** Surveillances of the present cycle; null when what came before the first report is not known. */
export function surveillancesInCycle(state: KnownCertificate): number | null {
  const { surveillancesUnseen: unseen, surveillanceEnds: ends } = state;
  return unseen === null ? null : unseen + ends.length;
}

export const SURVEILLANCES_MAX = 8;
export const DECISIONS_MAX = 4;
export const DECISION_MAKERS_MAX = 4;
