import type { PublishedTree, SignedCheckpoint } from "./ledger/publication-store.ts";

/** Permanent codes of what can be wrong. */
export type DamageKind =
  | "entry-gap"
  | "entry-text"
  | "leaf-hash"
  | "entry-malformed"
  | "entry-columns"
  | "stream-chain"
  | "log-time"
  | "log-head"
  | "bundle"
  | "tile"
  | "published-tree"
  | "map-root"
  | "map-tile"
  | "checkpoint"
  | "last-signed"
  | "log-key"
  | "request"
  | "directory-note"
  | "logs-root"
  | "opening"
  | "stream-state"
  | "certificate"
  | "participation"
  | "rule"
  | "rule-index"
  | "pause"
  | "obligation"
  | "evidence"
  | "institution";

export type Damage = {
  kind: DamageKind;
  log: string;
  /** Index, file path, stream or table row, for example `entry 17` or `tile/0/000.p/3`. */
  where: string;
  expected: string;
  found: string;
  message: { zh: string; en: string };
};

export type LogVerdict = {
  log: string;
  /** Entries in the database. */
  size: number;
  publishedSize: number;
  /** Root at `size`, hex, recomputed from the entries' text. */
  root: string;
  streams: number;
  frozenBecause: string | null;
};

export type FsckReport = {
  ok: boolean;
  logs: LogVerdict[];
  entries: number;
  /** UTF-8 bytes of all entries. */
  bytes: number;
  seconds: number;
  /** In the order of the logs, the first one first; at most the limit asked for. */
  damages: Damage[];
  /** How many there are in all. */
  damaged: number;
};

export type FsckProgress = { log: string; entries: number; entriesTotal: number };

/** A log as its row says; `published` as its own row says. */
export type FsckLog = {
  log: string;
  size: number;
  frontier: Uint8Array;
  frozenBecause: string | null;
  /** Of its newest entry. */
  recordedAt: string | null;
  published: PublishedTree | null;
};

/**
 * Entries as stored, packed: a column is a view made when it is asked for, so that a million of
 * them leave the garbage collector alone. Good until the next page is asked for. Rows are counted
 * from 0 within the page.
 */
export interface FsckPage {
  readonly count: number;
  index(row: number): number;
  version(row: number): number;
  stream(row: number): Buffer;
  leafHash(row: number): Buffer;
  entry(row: number): Buffer;
}

/** Entries without their text. */
export type FsckLeaves = Pick<FsckPage, "count" | "index" | "leafHash">;

/** Names of streams from the first up to but not including the second; null is without end. */
export type StreamRange = { from: string; until: string | null };

/** How many rows of projections are as the entries tell them. */
export type FsckCompared = { states: number; certificates: number };

export type FsckOpening = { commitment: string; name: string; value: string; salt: Buffer };
export type FsckState = { stream: string; version: number; state: string };
export type FsckParticipation = {
  person: string;
  startsAt: string;
  number: string;
  stage: string;
  endsAt: string;
  holder: string;
};
/** Columns by name: dates as text, lists as lists, the bytes of a card as Latin-1. */
export type FsckRow = Readonly<Record<string, unknown>>;

/** By `address version`. */
export type FsckRuleIndex = {
  versions: Readonly<Record<string, FsckRow>>;
  /** In their order; the wording is missing where none is stored. */
  clauses: Readonly<Record<string, readonly { clause: FsckRow; wording: FsckRow | undefined }[]>>;
};

export type FsckPause = {
  id: string;
  /** As stored; null when there is no row. */
  pause: FsckRow | null;
  /** Recorded in some logs and perhaps not yet in all; only then does it hold. */
  isApproving: boolean;
};

/** Everything in the database at one moment. */
export interface FsckSnapshot {
  /** With it another connection joins the same moment. */
  readonly moment: string;
  logs(): Promise<FsckLog[]>;
  checkpoint(): Promise<SignedCheckpoint | null>;
  /** By index; every page but the last holds whole bundles when no index is missing. */
  entries(log: string): AsyncIterable<FsckPage>;
  /** The entries of each stream together, by version. */
  entriesByStream(log: string, range: StreamRange): AsyncIterable<FsckPage>;
  /** All names that streams may have, cut so that about so many of the log lie in each range. */
  streamRanges(log: string, streams: number): Promise<StreamRange[]>;
  /** The tile of this prefix, or with all tiles below it. */
  mapTiles(log: string, prefix: string, withBelow: boolean): Promise<Map<string, Buffer>>;
  countMapTiles(log: string): Promise<number>;
  /** Requests that point at entries which do not exist or belong to another submitter. */
  strayRequests(log: string, limit: number): Promise<{ where: string; found: string }[]>;
  openings(log: string): AsyncIterable<FsckOpening[]>;
  states(log: string, streams: readonly string[]): Promise<FsckState[]>;
  statesIn(log: string, range: StreamRange): Promise<FsckState[]>;
  certificates(log: string, numbers: readonly string[]): Promise<FsckRow[]>;
  /** Those whose streams are in the range, or nearly so; any may be missing. */
  certificatesIn(log: string, range: StreamRange): Promise<FsckRow[]>;
  participations(log: string): AsyncIterable<FsckParticipation[]>;
  institution(log: string): Promise<FsckRow | null>;
  rules(log: string): Promise<FsckRow[]>;
  ruleVersions(log: string): Promise<FsckRow[]>;
  /** What the search for rules holds of this log's. */
  ruleIndex(log: string): Promise<FsckRuleIndex>;
  /** Of the pauses that stand in the log or are stored for it. */
  pauses(log: string): Promise<FsckPause[]>;
  /** Logs in which this pause stands. */
  pauseLogs(id: string): Promise<string[]>;
  /** SHA-256, hex, of what acts about rules name, each with the first entry that does. */
  evidence(log: string): Promise<{ hash: string; index: number }[]>;
  /** Rows of projections whose stream has no entry at all, `limit` of each table at most. */
  strayProjections(
    log: string,
    asked: { compared: FsckCompared; limit: number },
  ): Promise<{ table: string; row: string }[]>;
  /** Rows of any table that belong to no log. */
  strayLogs(): Promise<{ table: string; log: string }[]>;
}

export interface FsckStore {
  /** Everything read inside `work` is of one moment; `moment` joins that of another snapshot. */
  at<T>(work: (snapshot: FsckSnapshot) => Promise<T>, moment?: string): Promise<T>;
}
