/** An entry as stored. */
export type HistoryEntry = {
  readonly index: number;
  readonly stream: string;
  readonly version: number;
  /** Canonical JSON. */
  readonly text: string;
};

export type HistoryInstitution = {
  readonly approvalNumber: string;
  readonly name: string;
  readonly connectedAt: string;
  /** Entries of its log now. */
  readonly entries: number;
};

/** A log up to a size, from after an entry on; null: from its first. */
export type HistoryRange = {
  readonly log: string;
  readonly entries: number;
  readonly after: { readonly stream: string; readonly version: number } | null;
};

/** The recorded past, for reading it again. Entries never change, so pages need no transaction. */
export interface HistoryReader {
  /** Ordered by approval number. */
  institutions(): Promise<HistoryInstitution[]>;
  /** A log's entries, each stream's together and by version. */
  pages(range: HistoryRange): AsyncIterable<readonly HistoryEntry[]>;
  /** All entries of these streams of a log, by version. */
  streams(log: string, streams: readonly string[]): Promise<Map<string, HistoryEntry[]>>;
}
