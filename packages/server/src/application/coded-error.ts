/**
 * A refusal that ends a command: permanent code, what happened, and what to do now, in both
 * languages.
 */
export class CodedError extends Error {
  readonly code: string;
  readonly detail: { zh: string; en: string };
  readonly wayOut: { zh: string; en: string };

  constructor(
    code: string,
    words: { detail: { zh: string; en: string }; wayOut: { zh: string; en: string } },
    options: ErrorOptions = {},
  ) {
    super(`${words.detail.en} (${code})`, options);
    this.name = "CodedError";
    this.code = code;
    this.detail = words.detail;
    this.wayOut = words.wayOut;
  }
}
