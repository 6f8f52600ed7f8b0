import type { ImportRun, ImportRunRow } from "@suzheng/api-contract";
import type { ImportFile, RejectedSink } from "./import-reports.ts";
import type { ImportRunQuery } from "./import-run-store.ts";

export type ImportOptions = {
  /** Judges everything, records nothing. */
  dryRun: boolean;
  /** Records everything, or nothing when one row is rejected. */
  allOrNothing: boolean;
};

/** Files handed in together, on this machine. */
export type ImportRequest = ImportOptions & {
  /** Approval number for rows that name no body; null when each row does. */
  institution: string | null;
  /** The only body that the submitter may report for; null for an operator. */
  ownInstitution: string | null;
  /** As every entry says it. */
  submitter: string;
  files: readonly { name: string; path: string }[];
};

/** By somebody of a body, which sees who it was: `token:<id>` or `account:<id>`. */
export type HandedIn = ImportRequest & { ownInstitution: string; handedInBy: string };

/** How many rows ended how. */
export type ImportRowCounts = { recorded: number; unchanged: number; rejected: number };

export interface ImportRuns {
  /** Rows of all runs of this process so far, dry runs left out. */
  rows(): ImportRowCounts;
  /**
   * Taken before anything is received, and given back by calling what is returned, once the files
   * are gone. Null while this body has as many as one may have.
   */
  takePlace(institution: string): (() => void) | null;
  /**
   * Begins at once or after those before it. `release` is called when the files are no longer
   * needed.
   */
  start(request: HandedIn, release: () => Promise<void>): Promise<ImportRun>;
  get(institution: string, id: string): Promise<ImportRun | null>;
  /** Newest first; those under way as they stand. */
  list(institution: string, query: ImportRunQuery): Promise<ImportRunRow[]>;
  /** Path of a file of rejected rows, or null. */
  rejectedFile(institution: string, id: string, name: string): Promise<string | null>;
}

export type RejectedFiles = RejectedSink & { close(): Promise<string[]> };

/** Opens report files and writes rejected rows; the formats are the adapter's matter. */
export interface ReportFiles {
  /** Throws a coded error when the file is not a report. */
  open(file: { name: string; path: string }): Promise<ImportFile>;
  /**
   * For one run, whose folder it is: files of rejected rows, made only when a row comes, of two
   * files with one name under two. `close` gives their names.
   */
  rejectsInto(folder: string): (file: ImportFile) => RejectedFiles;
}
