export type SearchRequest = {
  /** Number, USCC, organisation code, or a part of the holder's name; as typed. */
  text: string;
  /** Approval number of the body, or null for all. */
  body: string | null;
  /** Last number of the page before, or null for the first. */
  after: string | null;
  limit: number;
};

export type SearchHit = {
  institution: string;
  number: string;
  holderName: string;
  holderCode: string;
  itemCode: string;
  /** As last reported; expiry is derived from the day asked. */
  status: string;
  /** Day from which the newest report holds; before it, an earlier one does. */
  effectiveOn: string;
  issuedOn: string;
  validUntil: string;
};

export interface CertificateSearch {
  /** In falling number order: newer years first. Withheld certificates are left out. */
  search(request: SearchRequest): Promise<SearchHit[]>;
}
