/** A file of rows that is written from top to bottom. */
export interface TableFile {
  write(cells: readonly string[]): void;
  /** Resolves when every row is on its way to the disk. */
  close(): Promise<void>;
}
