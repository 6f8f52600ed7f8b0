import type { PublicRuleState, RuleSummary } from "@suzheng/api-contract";

/** What may be asked of a version; each null: whatever it is. */
export type VersionFilters = {
  category: string | null;
  /** Scheme, field or item code. */
  field: string | null;
  /** Part of the issuer's name, or the approval number of who filed it; folded. */
  issuer: string | null;
  state: PublicRuleState | null;
  /** Versions in force on that day. */
  on: string | null;
  /** True: rules that bodies filed; false: rules shipped with the platform. */
  isFiled: boolean | null;
};

/** Shipped rules before filed ones; `address` is the id of the one, institution/id of the other. */
export type RulePlace = { isFiled: boolean; address: string };

export type RuleListRequest = {
  /** Folded; each occurs in the id, the number, a title or the approval number. */
  words: readonly string[];
  filters: VersionFilters;
  /** The last rule of the page before, or null for the first page. */
  after: RulePlace | null;
  limit: number;
};

export type ListedRule = RuleSummary & { place: RulePlace };

/** Rules as the public may find them: with a version that is or was published. */
export interface RuleList {
  list(request: RuleListRequest): Promise<ListedRule[]>;
  /** Null when nothing of it is public. */
  rule(address: string): Promise<ListedRule | null>;
}
