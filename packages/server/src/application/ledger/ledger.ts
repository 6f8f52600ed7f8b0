import type { Act } from "../act.ts";

/**
 * People's acts. A person's account is no public matter, and an entry is for ever: who did it
 * stands in tables of the institution.
 */
export const BY_A_PERSON = "workspace";

export type AppendRequest = {
  institution: string;
  /** Whence it comes, said in every entry: `cli`, `token:<id>`, or `workspace` for any person. */
  submitter: string;
  /**
   * Chosen by the submitter; the same id with the same acts is answered with the first receipt.
   * Null when the submitter recognises repetition by itself, as an import does by the state of each
   * stream.
   */
  requestId: string | null;
  acts: readonly Act[];
};

export type Receipt = { index: number; version: number; leafHash: Uint8Array };

export type AppendRefusal =
  | "institution-unknown"
  | "stream-moved-on"
  | "number-of-another"
  | "request-id-reused"
  | "entry-too-large"
  | "entry-not-encodable"
  | "log-frozen";

export type AppendRefused = { ok: false; code: AppendRefusal; detail: string };

export type AppendOutcome =
  | { ok: true; receipts: readonly Receipt[]; recordedAt: string; replayed: boolean }
  | AppendRefused;

export interface Ledger {
  /**
   * Records all acts of the request or none. Durable once resolved: index and leaf hash are final.
   * Requests that arrive together share one transaction; their order is kept.
   */
  append(request: AppendRequest): Promise<AppendOutcome>;
}

/** A ledger to whose caller receipts do not matter, for example one in another thread. */
export interface Appender {
  append(request: AppendRequest): Promise<{ ok: true } | AppendRefused>;
}

/** An appender with a processor of its own, until `end`. */
export type AppenderThread = Appender & { end(): Promise<void> };
