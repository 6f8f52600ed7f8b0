export type SignedTree = { size: number; root: string };

/**
 * Memory of what was signed, apart from the database, so that a restored old database cannot
 * contradict it.
 */
export interface LastSignedStore {
  read(): Promise<ReadonlyMap<string, SignedTree>>;
  /** Durable once resolved; written before any signature leaves the process. */
  write(trees: ReadonlyMap<string, SignedTree>): Promise<void>;
}
