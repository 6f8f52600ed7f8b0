import type {
  ListedRule,
  RuleList,
  RuleListRequest,
  VersionFilters,
} from "../../application/rules/rule-list.ts";
import type { Database } from "../database.ts";
import { likePattern } from "../like-pattern.ts";

/**
 * Of a version `v`: category, field, issuer, state, day, and whether it was filed; from `$first`.
 * Item codes stand for those below them, asked for or written.
 */
export function versionWanted(first: number): string {
  const [category, field, issuer, state, on, isFiled] = Array.from(
    { length: 6 },
    (_, i) => `$${first + i}`,
  );
  return `(${category}::text is null or v.category = ${category})
  and (${field}::text is null or exists (select 1 from unnest(v.fields) as code
    where code = 'ANY' or starts_with(code, ${field}) or starts_with(${field}, code)))
  and (${issuer}::text is null or v.issuer_search like ${issuer})
  and (${state}::text is null or v.state = ${state})
  and (${on}::date is null or v.in_force_from <= ${on}
    and (v.in_force_until is null or v.in_force_until > ${on}))
  and (${isFiled}::boolean is null or (v.institution is not null) = ${isFiled})`;
}

/** In the order of `versionWanted`. */
export const versionValues = (filters: VersionFilters): unknown[] => [
  filters.category,
  filters.field,
  filters.issuer === null ? null : likePattern(filters.issuer),
  filters.state,
  filters.on,
  filters.isFiled,
];

type Row = {
  rule: string;
  institution: string | null;
  institution_name: string | null;
  number: string;
  title_zh: string;
  title_en: string;
  issuer_zh: string;
  issuer_en: string;
  category: string;
  found: string;
  versions: ListedRule["versions"];
};

/** Names, number and category are those of the newest version. */
const SHOWN = `
  select f.rule, n.institution, i.name as institution_name, n.number, n.title_zh, n.title_en,
    n.issuer_zh, n.issuer_en, n.category, f.version as found,
    (select jsonb_agg(jsonb_build_object('version', v.version, 'state', v.state, 'inForceFrom',
        v.in_force_from, 'inForceUntil', v.in_force_until) order by v.in_force_from, v.version)
      from rule_search_versions v where v.rule = f.rule) as versions
  from found f
    cross join lateral (select * from rule_search_versions v where v.rule = f.rule
      order by v.in_force_from desc, v.version desc limit 1) n
    left join institutions i on i.approval_number = n.institution
  order by f.is_filed, f.rule`;

const LIST = `
  with found as (
    select distinct on (v.institution is not null, v.rule)
      v.institution is not null as is_filed, v.rule, v.version
    from rule_search_versions v
    where v.head_search like all($2::text[])
      and ($3::boolean is null or (v.institution is not null, v.rule) > ($3::boolean, $4::text))
      and ${versionWanted(5)}
    order by v.institution is not null, v.rule, v.in_force_from desc, v.version desc
    limit $1
  )${SHOWN}`;

const ONE = `
  with found as (
    select v.institution is not null as is_filed, v.rule, v.version from rule_search_versions v
    where v.rule = $1 order by v.in_force_from desc, v.version desc limit 1
  )${SHOWN}`;

const toRule = (row: Row): ListedRule => ({
  id: row.institution === null ? row.rule : row.rule.slice(row.institution.length + 1),
  institution: row.institution,
  institutionName: row.institution_name,
  number: row.number,
  title: { zh: row.title_zh, en: row.title_en },
  issuer: { zh: row.issuer_zh, en: row.issuer_en },
  category: row.category,
  found: row.found,
  versions: row.versions,
  place: { isFiled: row.institution !== null, address: row.rule },
});

export function postgresRuleList(database: Database): RuleList {
  return {
    async list({ words, filters, after, limit }: RuleListRequest) {
      const place = [after?.isFiled ?? null, after?.address ?? null];
      const values = [limit, words.map(likePattern), ...place, ...versionValues(filters)];
      return (await database.queryUnprepared<Row>(LIST, values)).map(toRule);
    },
    async rule(address) {
      const [row] = await database.query<Row>(ONE, [address]);
      return row === undefined ? null : toRule(row);
    },
  };
}
