import type { IsoDate } from "../calendar-date.ts";

/** Where a filed version stands. What comes before filing is the workspace's. */
export const REGISTERED_STATES = [
  "filed",
  "under-review",
  "returned",
  "accepted",
  "published",
  "superseded",
  "cancelled",
] as const;
export type RegisteredState = (typeof REGISTERED_STATES)[number];

export type RuleActName =
  | "file"
  | "begin-review"
  | "return"
  | "accept"
  | "publish"
  | "supersede"
  | "cancel";

type Next = Readonly<Partial<Record<RuleActName, RegisteredState>>>;

/**
 * Every step that a version can take; what is not here is refused. The body is the first to answer
 * for its rule (fact R-02), so a filed version can be published without a review; that it waits
 * while a reviewer has it in hand is this platform's convention.
 */
export const RULE_STEPS: Readonly<Record<"unfiled" | RegisteredState, Next>> = {
  unfiled: { file: "filed" },
  filed: { "begin-review": "under-review", publish: "published", cancel: "cancelled" },
  "under-review": { return: "returned", accept: "accepted", cancel: "cancelled" },
  returned: { file: "filed", cancel: "cancelled" },
  accepted: { publish: "published", cancel: "cancelled" },
  published: { supersede: "superseded", cancel: "cancelled" },
  superseded: { cancel: "cancelled" },
  cancelled: {},
};

export const RULE_CATEGORIES = ["management-system", "product", "service"] as const;
export type RuleCategory = (typeof RULE_CATEGORIES)[number];

/** What the register tells of a version without opening its bundle (fact R-10). */
export type FiledInformation = {
  readonly title: string;
  readonly titleEnglish: string | null;
  readonly category: RuleCategory;
  /** Certification field as the body's approval names it. */
  readonly field: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: IsoDate;
  readonly updatedOn: IsoDate | null;
  readonly itemCodes: readonly string[];
  /** SHA-256 of the filed bundle, hex; and its length. */
  readonly contentHash: string;
  readonly contentBytes: number;
  readonly isExecutable: boolean;
};

export type RegisteredVersion = FiledInformation & {
  readonly version: string;
  readonly state: RegisteredState;
  readonly inForceFrom: IsoDate | null;
  /** Half-open. */
  readonly inForceUntil: IsoDate | null;
};

export type RuleState =
  | { readonly known: false }
  | {
      readonly known: true;
      readonly institution: string;
      readonly rule: string;
      /** In the order of their first filing. */
      readonly versions: readonly RegisteredVersion[];
    };

export const initialRule: RuleState = { known: false };

export function versionOf(state: RuleState, version: string): RegisteredVersion | null {
  if (!state.known) return null;
  return state.versions.find((one) => one.version === version) ?? null;
}

/** The version that is published and not yet followed by another; at most one. */
export function publishedVersion(state: RuleState): RegisteredVersion | null {
  if (!state.known) return null;
  return state.versions.find((one) => one.state === "published") ?? null;
}
