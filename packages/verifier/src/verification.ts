import type { BundleSubject, Entry, LocalText } from "@suzheng/log-format";

/** In the order in which they are taken. Permanent names. */
export type StepName =
  | "format"
  | "directory-signature"
  | "witnesses"
  | "directory-inclusion"
  | "note"
  | "currency"
  | "history"
  | "inclusion"
  | "disclosures"
  | "signature";

/**
 * valid: holds · malformed: this file is not a proof · invalid: a well-formed proof of something
 * false · could-not-check: what would be needed to say so is not here (a key, a quorum).
 */
export type Outcome = "valid" | "malformed" | "invalid" | "could-not-check";

export type Step = {
  step: StepName;
  outcome: Outcome;
  /** What the step is about, where it is taken once for each log or stream. */
  about?: { log: string; stream?: string; index?: number };
  detail: LocalText;
};

/** An act of the bundle, with what was disclosed and opens one of its commitments. */
export type VerifiedEvent = {
  index: number;
  /** base64url, as acts refer to one another. */
  leafHash: string;
  entry: Entry;
  disclosed: readonly { name: string; value: string }[];
  /** A person's passkey signed the act, and the signature holds. */
  isSigned: boolean;
};

/** The whole history of a stream, oldest first; without events it is proven absent. */
export type VerifiedStream = { log: string; stream: string; events: readonly VerifiedEvent[] };

export type ProvableUpTo = {
  /**
   * When the directory noted these states: no later act was in it up to then. Where it says a time
   * that its witnesses had not reached, theirs.
   */
  notedAt: string;
  /**
   * Instant up to which a quorum of witnesses had seen no newer directory; null without quorum.
   */
  cosignedAt: string | null;
};

export type Verification = {
  outcome: Outcome;
  steps: readonly Step[];
  subject: BundleSubject | null;
  /** Null unless valid: nothing is stated on the strength of a bundle that does not hold. */
  provableUpTo: ProvableUpTo | null;
  /** Empty unless valid. */
  streams: readonly VerifiedStream[];
};
