/**
 * Certificates that stand under a version, by convention: issued on a day on which it was in force,
 * for an item that it is for. Withheld ones are left out.
 */
export type RuleCertificatesRequest = {
  /** Of this body; null: of any. */
  institution: string | null;
  /** First characters of item codes. */
  itemCodes: readonly string[];
  issuedFrom: string;
  /** Half-open; null: until today. */
  issuedBefore: string | null;
  /** Last number of the page before, or null for the first. */
  after: string | null;
  limit: number;
};

export type RuleCertificate = {
  institution: string;
  institutionName: string;
  institutionNameEnglish: string | null;
  number: string;
  holderName: string;
  holderCode: string;
  itemCode: string;
  /** As last reported, from `effectiveOn` on; expiry is derived from the day asked. */
  status: string;
  effectiveOn: string;
  issuedOn: string;
  validUntil: string;
};

export type CertificateIssue = { institution: string; number: string; issuedOn: string };

export interface RuleCertificates {
  /** In number order. */
  list(request: RuleCertificatesRequest): Promise<RuleCertificate[]>;
  /**
   * By number: the version of a shipped rule whose verdicts stand in the report of the issue. Those
   * of whose issue there are none are missing.
   */
  judgedVersions(rule: string, issues: readonly CertificateIssue[]): Promise<Map<string, string>>;
}
