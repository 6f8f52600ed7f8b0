export type RuleSearchRequest = {
  /** Folded; at least one gram long. */
  fragment: string;
  filters: RuleFilters;
  /** The last clause of the page before, or null for the first page. */
  after: ClausePlace | null;
  limit: number;
};

/** Each null: whatever it is. */
export type RuleFilters = {
  category: string | null;
  /** Scheme, field or item code. */
  field: string | null;
  /** Part of the issuer's name, or the approval number of who filed it; folded. */
  issuer: string | null;
  /** Versions in force on that day. */
  on: string | null;
  /** Clauses under which a requirement of that kind stands. */
  kind: string | null;
};

/** Order of hits: by rule, of a rule the newest version first, clauses as they stand there. */
export type ClausePlace = { rule: string; inForceFrom: string; version: string; position: number };

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
