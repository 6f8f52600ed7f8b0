import type { IsoDate } from "../calendar-date.ts";
import type { FiledInformation } from "./rule-state.ts";

/** A person's signature over the act, docs/formats/signed-act.md. Bytes are base64url. */
export type ActSignature = {
  readonly publicKeyCose: string;
  /** COSE: -7 ES256, -8 Ed25519. */
  readonly algorithm: number;
  readonly rpId: string;
  readonly origin: string;
  readonly contentHash: string;
  readonly assertion: {
    readonly authenticatorData: string;
    readonly clientDataJSON: string;
    readonly signature: string;
  };
};

type OfVersion = {
  readonly institution: string;
  readonly rule: string;
  readonly ruleVersion: string;
};

type OnContent = OfVersion & { readonly contentHash: string };

/** Null only until the signature is there; what is recorded has one. */
type Signed = { readonly signature: ActSignature | null };

/** Who reviews, for which organisation. */
export type Reviewer = { readonly institution: string; readonly name: string };

type Event<Type extends string, Data> = {
  readonly type: Type;
  readonly schema: 1;
  readonly occurredOn: IsoDate;
  readonly data: Data;
};

export type RuleFiled = Event<"RuleFiled", OfVersion & FiledInformation & Signed>;
export type RuleReviewBegun = Event<"RuleReviewBegun", OnContent & { readonly reviewer: Reviewer }>;
type Review = OnContent & Signed & { readonly reviewer: Reviewer; readonly reason: string };
export type RuleReturned = Event<"RuleReturned", Review>;
export type RuleAccepted = Event<"RuleAccepted", Review>;
export type RulePublished = Event<
  "RulePublished",
  OnContent & Signed & { readonly inForceFrom: IsoDate; readonly supersedes: string | null }
>;
/** Follows from the publication beside it, which is signed and names it. */
export type RuleSuperseded = Event<
  "RuleSuperseded",
  OfVersion & { readonly supersededBy: string; readonly inForceUntil: IsoDate }
>;
export type RuleCancelled = Event<
  "RuleCancelled",
  OnContent &
    Signed & {
      readonly reason: string;
      /** Certificates that hung on the version, and the list of them as evidence (hex). */
      readonly certificates: number;
      readonly certificatesHash: string;
      /** By when they are cancelled or withdrawn, where somebody has said so. */
      readonly certificatesSettledBy: IsoDate | null;
    }
>;

export type RuleEvent =
  | RuleFiled
  | RuleReviewBegun
  | RuleReturned
  | RuleAccepted
  | RulePublished
  | RuleSuperseded
  | RuleCancelled;

/** The acts that bind somebody. */
export type SignedRuleEvent = Extract<RuleEvent, { data: Signed }>;
