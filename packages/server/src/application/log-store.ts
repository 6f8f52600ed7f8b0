import type { PersonalValue, RecordedAct } from "./act.ts";

export type LogHead = { size: number; frontier: Uint8Array; frozenBecause: string | null };

export type StreamHead = { stream: string; index: number; version: number; leafHash: Uint8Array };

export type KnownRequest = {
  submitter: string;
  requestId: string;
  digest: Uint8Array;
  firstIndex: number;
  acts: number;
};

export type Opening = PersonalValue & { commitment: string; salt: Uint8Array };

export type LogBatch = {
  institution: string;
  /** In log order, contiguous from the head's size. */
  acts: readonly RecordedAct[];
  /** Entry text of each act, same order. */
  entries: readonly string[];
  requests: readonly KnownRequest[];
  openings: readonly Opening[];
  head: { size: number; frontier: Uint8Array };
};

/** One transaction that holds the lock of one log's head. */
export interface LogTransaction {
  head(): Promise<LogHead | null>;
  requests(keys: readonly { submitter: string; requestId: string }[]): Promise<KnownRequest[]>;
  streamHeads(streams: readonly string[]): Promise<StreamHead[]>;
  /** Leaf hashes and versions of entries already recorded, by index, ascending. */
  receipts(firstIndex: number, count: number): Promise<StreamHead[]>;
  /** Openings already kept for these values, so that the same value keeps its commitment. */
  openings(values: readonly PersonalValue[]): Promise<Opening[]>;
  /** Writes entries, requests, openings, the head and every projection. */
  write(batch: LogBatch): Promise<void>;
}

export type StoredEntry = { index: number; stream: string; leafHash: Uint8Array; entry: string };

export interface LogStore {
  /** Runs `work` in one transaction under the log's lock; commits when it resolves, durably. */
  transact<T>(institution: string, work: (log: LogTransaction) => Promise<T>): Promise<T>;
  open(institution: string): Promise<void>;
  /** Refuses further appends until an operator has looked. */
  freeze(institution: string, because: string): Promise<void>;
  heads(): Promise<{ institution: string; size: number }[]>;
  entries(institution: string, from: number, to: number): Promise<StoredEntry[]>;
}
