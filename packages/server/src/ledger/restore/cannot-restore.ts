export type RestoreRefusal =
  /** A bundle or checkpoint that is needed is not among the published files, or not whole. */
  | "published-missing"
  /** What is published does not follow the entries in the database to the root that was signed. */
  | "published-differs"
  /** A checkpoint among the published files that the log's key has not signed. */
  | "checkpoint-not-ours"
  /** Without its key nothing tells whose checkpoint it is, and nothing could be signed after. */
  | "log-key-missing";

/** Ends the work on the way; nobody outside of this folder sees it. */
export class CannotRestore extends Error {
  readonly code: RestoreRefusal;
  readonly log: string;

  constructor(code: RestoreRefusal, log: string, found: string) {
    super(found);
    this.name = "CannotRestore";
    this.code = code;
    this.log = log;
  }
}
