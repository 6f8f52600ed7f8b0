/**
 * Certificates that stand under a version, by convention: issued on a day on which it was in force,
 * for an item that it is for. Withheld ones are left out.
 */
export type RuleCertificatesRequest = {
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
};

export interface RuleCertificates {
  /** In number order. */
  list(request: RuleCertificatesRequest): Promise<RuleCertificate[]>;
}
