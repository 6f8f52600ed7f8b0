import type { StoredEntry } from "../ledger/log-store.ts";

/** A certificate's row, as last reported, with what it is joined to. */
export type CertificateRecord = {
  institution: string;
  institutionName: string;
  institutionNameEnglish: string | null;
  number: string;
  organisationCode: string;
  itemCode: string;
  withheld: boolean;
  lastIndex: number;
  /** Public fields of the newest report as canonical JSON; those that are null are left out. */
  card: string;
  children: string[];
};

/** A personal value that was not erased; null: it is not public. */
export type KeptValue = { commitment: string; value: string | null };

export interface CertificateReader {
  /** Only those that exist. Calls of the same moment share one statement. */
  byNumber(number: string): Promise<CertificateRecord | null>;
  /** Every entry of the streams, by index, also those not yet published. */
  streamEntries(institution: string, streams: readonly string[]): Promise<StoredEntry[]>;
  /** Those of the commitments whose values are kept. */
  keptValues(institution: string, commitments: readonly string[]): Promise<KeptValue[]>;
}
