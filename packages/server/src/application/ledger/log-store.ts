import type { PersonalValue, RecordedAct } from "../act.ts";

/** Something of one of several logs. */
export type InLog<Thing> = Thing & { institution: string };

export type LogHead = {
  size: number;
  frontier: Uint8Array;
  frozenBecause: string | null;
  /** Of the newest entry; null when there is none. */
  recordedAt: string | null;
};

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
  /** Canonical bytes of each act, same order. */
  entries: readonly Uint8Array[];
  requests: readonly KnownRequest[];
  openings: readonly Opening[];
  head: Omit<LogHead, "frozenBecause">;
};

export type CertificateNumber = InLog<{ number: string }>;

/** One transaction that holds the locks of some logs' heads. */
export interface LogTransaction {
  /**
   * Takes the locks; they are held until the end. A log that is not there is left out, and unless
   * told to wait also one whose lock another transaction holds.
   */
  heads(institutions: readonly string[], wait: boolean): Promise<InLog<LogHead>[]>;
  requests(
    keys: readonly InLog<Pick<KnownRequest, "submitter" | "requestId">>[],
  ): Promise<InLog<KnownRequest>[]>;
  streamHeads(keys: readonly InLog<{ stream: string }>[]): Promise<InLog<StreamHead>[]>;
  /** Leaf hashes, versions and times of entries already recorded, by index, ascending. */
  receipts(
    institution: string,
    firstIndex: number,
    count: number,
  ): Promise<(StreamHead & { recordedAt: string })[]>;
  /** Commitments already made to these values, same order; null for a value not kept yet. */
  commitments(values: readonly InLog<PersonalValue>[]): Promise<(string | null)[]>;
  /** Makes free certificate numbers those of their institution; says which were free. */
  claimNumbers(
    keys: readonly CertificateNumber[],
  ): Promise<{ fresh: CertificateNumber[]; ofOthers: CertificateNumber[] }>;
  /** Gives claimed numbers back of which nothing is recorded. */
  releaseNumbers(keys: readonly CertificateNumber[]): Promise<void>;
  /** Writes entries, requests, openings, heads and every projection. */
  write(batches: readonly LogBatch[]): Promise<void>;
}

export type StoredEntry = { index: number; stream: string; leafHash: Uint8Array; entry: string };

export interface LogStore {
  /** Runs `work` in one transaction; commits when it resolves, durably. */
  transact<T>(work: (logs: LogTransaction) => Promise<T>): Promise<T>;
  open(institution: string): Promise<void>;
  /** Refuses further appends until an operator has looked. */
  freeze(institution: string, because: string): Promise<void>;
  /** Ends the freeze of those whose reason begins with this code; what it tells of is mended. */
  thaw(institutions: readonly string[], code: string): Promise<void>;
  heads(): Promise<{ institution: string; size: number }[]>;
  entries(institution: string, from: number, to: number): Promise<StoredEntry[]>;
}
