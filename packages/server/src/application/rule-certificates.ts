/**
 * Certificates that stand under a version, by convention: issued on a day on which it was in force,
 * for an item that it is for. Withheld ones are left out.
 */
export type RuleCertificatesRequest = {
  /** Of this body; null: of any. */
  institution: string | null;
  /** Shipped rule whose verdicts are looked up; null: reports are not judged by the rule. */
  judgedRule: string | null;
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
  number: string;
  holderName: string;
  holderCode: string;
  itemCode: string;
  /** As last reported; expiry is derived from the day asked. */
  status: string;
  issuedOn: string;
  validUntil: string;
  /** Version of `judgedRule` whose verdicts stand in the report of the issue; null: none do. */
  judgedBy: string | null;
};

export interface RuleCertificates {
  /** In number order. */
  list(request: RuleCertificatesRequest): Promise<RuleCertificate[]>;
}
