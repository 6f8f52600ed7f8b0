import type { ImportRun, ImportRunRow } from "@suzheng/api-contract";

export type ImportRunQuery = {
  limit: number;
  /** Runs before this one; null for the newest. */
  before: { at: string; id: string } | null;
};

/** Keeps what is known of runs, so that a page can be opened again later. */
export interface ImportRunStore {
  save(run: ImportRun): Promise<void>;
  find(institution: string, id: string): Promise<ImportRun | null>;
  /** Newest first. */
  list(institution: string, query: ImportRunQuery): Promise<ImportRunRow[]>;
  /** Runs that were under way when a server stopped are told apart from those under way now. */
  interruptUnfinished(): Promise<void>;
}
