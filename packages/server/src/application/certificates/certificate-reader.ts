import type { Opening, StoredEntry } from "../ledger/log-store.ts";

/** A certificate's row, as last reported, with what it is joined to. */
export type CertificateRecord = {
  institution: string;
  institutionName: string;
  number: string;
  organisationCode: string;
  itemCode: string;
  withheld: boolean;
  lastIndex: number;
  /** Public fields of the newest report as canonical JSON; those that are null are left out. */
  card: string;
  children: string[];
};

export interface CertificateReader {
  /** Only those that exist. Calls of the same moment share one statement. */
  byNumber(number: string): Promise<CertificateRecord | null>;
  /** Every entry of the streams, by index, also those not yet published. */
  streamEntries(institution: string, streams: readonly string[]): Promise<StoredEntry[]>;
  publicOpenings(institution: string, commitments: readonly string[]): Promise<Opening[]>;
}
