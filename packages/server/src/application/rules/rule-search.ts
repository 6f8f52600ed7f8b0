import type { VersionFilters } from "./rule-list.ts";

export type RuleSearchRequest = {
  /** Folded; at least one gram long. */
  fragment: string;
  filters: RuleFilters;
  /** The last clause of the page before, or null for the first page. */
  after: ClausePlace | null;
  limit: number;
};

export type RuleFilters = VersionFilters & {
  /** Clauses under which a requirement of that kind stands, null for all clauses. */
  kind: string | null;
};

/**
 * Order of hits, all of which hold the fragment whole: rules of authorities before those that
 * bodies filed, by rule, of a rule the newest version first, clauses as they stand there.
 */
export type ClausePlace = {
  isFiled: boolean;
  rule: string;
  inForceFrom: string;
  version: string;
  position: number;
};

type LocalWords = { zh: string; en: string };

export type ClauseHit = ClausePlace & {
  institution: string | null;
  number: string;
  title: LocalWords;
  issuer: LocalWords;
  category: string;
  state: string;
  inForceUntil: string | null;
  clause: string;
  clauseTitle: LocalWords;
  clauseText: LocalWords;
  kinds: string[];
};

export interface RuleSearch {
  /** `rule` of a hit is as addressed: with the institution before it when somebody filed it. */
  search(request: RuleSearchRequest): Promise<ClauseHit[]>;
}
