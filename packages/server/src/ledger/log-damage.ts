/** What a log's store says and what its entries lead to disagree: nothing may be signed over it. */
export class LogDamage extends Error {
  readonly log: string;

  constructor(log: string, message: string) {
    super(`\`${log}\`: ${message}`);
    this.name = "LogDamage";
    this.log = log;
  }
}

/**
 * A published tile is not there, or only a part of it, as a power cut may leave it. It follows from
 * the entries, so it is laid out again.
 */
export class TileMissing extends Error {
  readonly log: string;

  constructor(log: string, path: string) {
    super(`\`${log}/${path}\` is missing`);
    this.name = "TileMissing";
    this.log = log;
  }
}
