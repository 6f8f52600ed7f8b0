export type Evidence = { text: string /** SHA-256, hex. */; hash: string; bytes: number };

/** Texts and files named by their SHA-256. What is there is never changed and never removed. */
export interface EvidenceStore {
  /** Durable once resolved; the same text again is no matter. */
  put(evidence: Evidence): Promise<void>;
  /** The same of the bytes of a file; gives what they are called. */
  putBytes(bytes: Uint8Array): Promise<string>;
  /** As `get`, for what need not be text. */
  getBytes(hash: string): Promise<Uint8Array | null>;
  /** Null when there is none. Throws when the bytes are not those that the name says. */
  get(hash: string): Promise<string | null>;
  /** As `get`, for who wants to know how it stands. */
  look(hash: string): Promise<"whole" | "missing" | "damaged">;
}
