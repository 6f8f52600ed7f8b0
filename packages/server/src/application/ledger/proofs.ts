import type { Bundle } from "@suzheng/log-format";
import type { Opening, StoredEntry } from "./log-store.ts";
import type { PublishedTree, SignedCheckpoint } from "./publication-store.ts";

/** One moment of the published logs, to read a proof from. */
export interface PublishedSnapshot {
  checkpoint(): Promise<SignedCheckpoint | null>;
  published(institution: string): Promise<PublishedTree | null>;
  readMapTiles(institution: string, prefixes: readonly string[]): Promise<Map<string, Uint8Array>>;
  /** Entries of the streams below the size, by index. */
  streamEntries(
    institution: string,
    streams: readonly string[],
    size: number,
  ): Promise<StoredEntry[]>;
  entries(institution: string, from: number, to: number): Promise<StoredEntry[]>;
  /** Only what may be shown to everyone. */
  publicOpenings(institution: string, commitments: readonly string[]): Promise<Opening[]>;
}

export interface PublishedSnapshots {
  /** Everything read inside `work` is of the same moment. */
  at<T>(work: (snapshot: PublishedSnapshot) => Promise<T>): Promise<T>;
}

export interface Prover {
  /**
   * The whole history of the streams, as the newest signed directory checkpoint proves it. A
   * certificate without any entry is proven absent. Null before the first publication of that log.
   */
  prove(certificate: string, log: string, streams: readonly string[]): Promise<Bundle | null>;
  /** The same of a rule's stream in the log of its institution. */
  proveRule(institution: string, rule: string): Promise<Bundle | null>;
}
