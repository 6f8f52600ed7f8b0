/** The published files of all logs; anything that serves static files can hold them. */
export interface TileStore {
  /**
   * Immutable: creates the file when absent. The same bytes again are fine; other bytes under the
   * same path are a fault and throw.
   */
  create(path: string, bytes: Uint8Array): Promise<void>;
  /** Atomically replaces the one kind of file that changes: checkpoints. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is none. */
  read(path: string): Promise<Uint8Array | null>;
}
