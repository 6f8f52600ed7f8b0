/** The published files of all logs; anything that serves static files can hold them. */
export interface TileStore {
  /**
   * Immutable: creates the file when absent or when a power cut left only its beginning. The same
   * bytes again are fine; "conflict" when other bytes stand there, which are left as they are.
   */
  create(path: string, bytes: Uint8Array): Promise<"in-place" | "conflict">;
  /** Atomically replaces what changes: checkpoints and the list of keys. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Forgets the partial versions of a tile or bundle whose full one is in place, as tlog-tiles
   * allows: readers of older checkpoints take the full one.
   */
  dropPartials(path: string): Promise<void>;
  /**
   * Null when there is none. A file that is smaller than `memory` is read into it and good until
   * that is used again: who reads many files leaves the garbage collector alone.
   */
  read(path: string, memory?: Uint8Array): Promise<Uint8Array | null>;
}
