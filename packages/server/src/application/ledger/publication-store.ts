/** A log as laid out in tiles and noted in the directory. */
export type PublishedTree = {
  size: number;
  root: Uint8Array;
  mapRoot: Uint8Array;
  /** Frontier of the tree at `size`. */
  frontier: Uint8Array;
};

export type PendingLog = {
  institution: string;
  size: number;
  frontier: Uint8Array;
  published: PublishedTree | null;
};

export type TreeChange = {
  institution: string;
  /**
   * Published size before; a different one in the store means that another publisher was faster.
   */
  from: number;
  tree: PublishedTree;
  mapTiles: ReadonlyMap<string, Uint8Array>;
};

export type DirectoryLine = { index: number; entry: string; leafHash: Uint8Array };

export type DirectoryAppend = {
  change: TreeChange;
  /** One, unless lost ones are written back. */
  lines: readonly DirectoryLine[];
  /** Of the last of them. */
  notedAt: string;
};

export type SignedCheckpoint = { size: number; note: string; notedAt: string };

export interface PublicationStore {
  /** Runs `work` unless another process publishes at this moment; false when it does. */
  exclusively(work: () => Promise<void>): Promise<boolean>;
  /** Logs with entries that are not published yet, oldest institution id first. */
  pending(): Promise<PendingLog[]>;
  published(institution: string): Promise<PublishedTree | null>;
  /** The latest instant that any log or the directory says; null when nothing is recorded. */
  latest(): Promise<string | null>;
  readMapTiles(institution: string, prefixes: readonly string[]): Promise<Map<string, Uint8Array>>;
  /** One transaction: every log's change and the directory entries that note them, or nothing. */
  record(changes: readonly TreeChange[], directory: DirectoryAppend): Promise<void>;
  checkpoint(): Promise<SignedCheckpoint | null>;
  saveCheckpoint(checkpoint: SignedCheckpoint): Promise<void>;
}

/** The id under which the directory log is kept beside the institutions' logs. */
export const DIRECTORY = "directory";
