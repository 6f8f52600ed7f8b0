import type { ImportRun } from "@suzheng/api-contract";

/** Keeps what is known of runs, so that a page can be opened again later. */
export interface ImportRunStore {
  save(run: ImportRun): Promise<void>;
  find(institution: string, id: string): Promise<ImportRun | null>;
  /** Runs that were under way when a server stopped are told apart from those under way now. */
  interruptUnfinished(): Promise<void>;
}
