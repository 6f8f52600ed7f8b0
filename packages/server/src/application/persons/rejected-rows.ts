/** Files of rejected rows, which wait in the folder of their import to be mended. */
export interface RejectedRows {
  /**
   * Paths of those with one of the words in some row, and of those that cannot be read to their
   * end: sending the same reports again makes them anew.
   */
  naming(imports: readonly string[], words: readonly string[]): Promise<string[]>;
  /** Those that are there. */
  remove(paths: readonly string[]): Promise<void>;
}
