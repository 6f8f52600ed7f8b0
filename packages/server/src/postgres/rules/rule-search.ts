import type {
  ClauseHit,
  RuleSearch,
  RuleSearchRequest,
} from "../../application/rules/rule-search.ts";
import { gramsOf } from "../../application/rules/rule-search-text.ts";
import type { Database } from "../database.ts";
import { likePattern } from "../like-pattern.ts";
import { versionValues, versionWanted } from "./rule-list.ts";

/** Clauses looked at to see whether a fragment is common. */
const PROBE_ROWS = 400;
/** Wordings gone through in full; a fragment found in more is met soon enough by walking. */
const CANDIDATES_MAX = 2000;

type HitRow = {
  institution: string | null;
  rule: string;
  version: string;
  position: number;
  number: string;
  title_zh: string;
  title_en: string;
  issuer_zh: string;
  issuer_en: string;
  category: string;
  state: string;
  in_force_from: string;
  in_force_until: string | null;
  clause: string;
  clause_title_zh: string;
  clause_title_en: string;
  text_zh: string;
  text_en: string;
  kinds: string[];
};

const toHit = (row: HitRow): ClauseHit => ({
  isFiled: row.institution !== null,
  institution: row.institution,
  rule: row.rule,
  version: row.version,
  position: row.position,
  number: row.number,
  title: { zh: row.title_zh, en: row.title_en },
  issuer: { zh: row.issuer_zh, en: row.issuer_en },
  category: row.category,
  state: row.state,
  inForceFrom: row.in_force_from,
  inForceUntil: row.in_force_until,
  clause: row.clause,
  clauseTitle: { zh: row.clause_title_zh, en: row.clause_title_en },
  clauseText: { zh: row.text_zh, en: row.text_en },
  kinds: row.kinds,
});

/** Version by version (`offset 0`), so that a walk stops where it has enough. */
const CLAUSE_BY_CLAUSE = `rule_search_versions v, lateral (
    select position, wording, kinds from rule_search_clauses
    where rule = v.rule and version = v.version offset 0) c`;

/** Of $3 to $8 versions, $9 kind; after the clause of $10 to $14. */
const WANTED = `
  ${versionWanted(3)}
  and ($9::text is null or v.kinds @> array[$9] and c.kinds @> array[$9])
  and ($10::boolean is null or (v.institution is not null, v.rule) >= ($10, $11::text) and (
    (v.institution is not null, v.rule) > ($10, $11) or v.in_force_from < $12::date
    or v.in_force_from = $12::date and (v.version < $13::text
      or v.version = $13 and c.position > $14::int)))`;

const ORDER = "is_filed, rule, in_force_from desc, version desc, position";
/** As `rule_search_versions_in_list` has them, so that a walk needs no sorting. */
const WALK_ORDER = `v.institution is not null, v.rule, v.in_force_from desc, v.version desc,
  c.position`;
const KEYS = `v.institution is not null as is_filed, v.rule, v.in_force_from, v.version, c.position,
  c.wording`;

/** What a page shows, of the few clauses in `hits`. */
const SHOWN = `
  select is_filed, v.institution, v.rule, v.version, c.position, v.number, v.title_zh, v.title_en, v.issuer_zh,
    v.issuer_en, v.category, v.state, v.in_force_from, v.in_force_until, w.clause,
    w.title_zh as clause_title_zh, w.title_en as clause_title_en, w.text_zh, w.text_en, c.kinds
  from hits join rule_search_versions v using (rule, version)
    join rule_search_clauses c using (rule, version, position)
    join rule_search_wordings w on w.rule = c.rule and w.wording = c.wording`;

/** Looks at wanted clauses in their order, at most $15 of them. */
const WALK = `
  with walked as materialized (
    select ${KEYS} from ${CLAUSE_BY_CLAUSE} where ${WANTED}
    order by ${WALK_ORDER} limit $15
  ), hits as materialized (
    select is_filed, rule, version, position from walked join rule_search_wordings using (rule, wording)
    where search like $1 order by ${ORDER} limit $2
  ), shown as (${SHOWN})
  select looked_at, shown.* from (select count(*)::int as looked_at from walked) as walk
    left join shown on true
  order by ${ORDER}`;

/** Goes through the wordings that have all grams of the fragment, $15. */
const LOOK_UP = `
  with candidates as materialized (
    select rule, wording from rule_search_wordings
    where grams @> $15::text[] and search like $1 limit ${CANDIDATES_MAX}
  ), hits as materialized (
    select ${KEYS} from candidates join rule_search_clauses c using (rule, wording)
      join rule_search_versions v using (rule, version)
    where ${WANTED}
    order by ${WALK_ORDER} limit $2
  ), shown as (${SHOWN})
  select candidates, shown.* from (select count(*)::int as candidates from candidates) as counted
    left join shown on true
  order by ${ORDER}`;

function valuesOf({ fragment, filters, after, limit }: RuleSearchRequest): unknown[] {
  return [
    ...[likePattern(fragment), limit, ...versionValues(filters), filters.kind],
    ...[after?.isFiled, after?.rule, after?.inForceFrom, after?.version, after?.position],
  ].map((value) => value ?? null);
}

type Found<Count extends string> = (HitRow | { rule: null }) & Record<Count, number>;

const hitsOf = (rows: readonly (HitRow | { rule: null })[]): ClauseHit[] =>
  rows.flatMap((row) => (row.rule === null ? [] : [toHit(row)]));

/**
 * A common fragment (认证, 审核) is met at once by walking through the clauses in their order; a
 * rare one is found through its grams. A short walk tells which it is. Where filters leave so few
 * clauses that the walk saw them all, it is the answer.
 */
export function postgresRuleSearch(database: Database): RuleSearch {
  const walk = (values: readonly unknown[], rows: number | null) =>
    database.queryUnprepared<Found<"looked_at">>(WALK, [...values, rows]);
  return {
    async search(request) {
      const values = valuesOf(request);
      const walked = await walk(values, PROBE_ROWS);
      const hits = hitsOf(walked);
      const hasSeenAll = (walked[0]?.looked_at ?? 0) < PROBE_ROWS;
      if (hits.length === request.limit || hasSeenAll) return hits;
      const grams = gramsOf(request.fragment);
      const found = await database.queryUnprepared<Found<"candidates">>(LOOK_UP, [
        ...values,
        grams,
      ]);
      if ((found[0]?.candidates ?? 0) < CANDIDATES_MAX) return hitsOf(found);
      return hitsOf(await walk(values, null));
    },
  };
}
