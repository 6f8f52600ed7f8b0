import type { Platform } from "@suzheng/server";
import { type Bench, count, scaled } from "../figure.ts";

const RULES = 5000;
const VERSIONS = 10;
const CLAUSES = 12;

export type ManyRules = { platform: Platform; what: string };

/** Phrases that stand in many clauses. */
const PHRASES = [
  "认证机构应当留存完整记录",
  "审核组由具备能力的人员组成",
  "监督审核的间隔不超过十二个月",
  "证书有效期届满前完成再认证",
  "不符合项应当在规定期限内关闭",
  "认证决定由未参加审核的人员作出",
  "获证组织发生重大变更应当通报",
  "暂停期满仍未整改的予以撤销",
  "现场审核时间按有效人数确定",
  "认证信息于次月十日前报送",
];

/** Draws a number below $2 from the first, every run the same. */
const DRAWN = (from: string, below: number) => `((hashint8(${from}) & 2147483647) % ${below})`;

/**
 * A clause is six phrases of ten with a word of three characters after each, drawn unevenly from
 * 2,500. It is reworded every sixth version, so most wordings stand in several versions.
 */
const WORDINGS = `
  insert into rule_search_wordings
  select 'rule-' || lpad(r::text, 5, '0'), decode(md5(n::text), 'hex'), (c + 1)::text, title, '',
    words, '', title || E'\\n' || words,
    array(select distinct substr(title || E'\\n' || words, i, 2)
      from generate_series(1, length(title || E'\\n' || words) - 1) i)
  from (
    select r, c, n, '条款' || c || chr(19968 + ${DRAWN("n * 31", 2500)}) as title,
      (select string_agg(($1::text[])[1 + ${DRAWN("n * 64 + k", PHRASES.length)}]
        || chr(19968 + (2500 * power(${DRAWN("n * 64 + k + 16", 10007)} / 10007.0, 2))::int)
        || chr(19968 + (2500 * power(${DRAWN("n * 64 + k + 32", 10007)} / 10007.0, 2))::int)
        || chr(19968 + (2500 * power(${DRAWN("n * 64 + k + 48", 10007)} / 10007.0, 2))::int), '，')
        from generate_series(1, 6) k) as words
    from generate_series(1, $2::bigint) r, generate_series(0, ${CLAUSES - 1}) c,
      generate_series(0, (${VERSIONS - 1} + c % 6) / 6) g, lateral (select r * 100 + c * 4 + g) as w(n)
  ) as made`;

const KINDS = "(array['gate','obligation','limit','notice'])";

const CLAUSES_OF_VERSIONS = `
  insert into rule_search_clauses
  select 'rule-' || lpad(r::text, 5, '0'), v::text, c + 1,
    decode(md5((r * 100 + c * 4 + (v + c % 6) / 6)::text), 'hex'),
    case when c % 3 = 0 then array[${KINDS}[1 + (r + c / 3) % 4]] else '{}' end
  from generate_series(1, $1::bigint) r, generate_series(0, ${VERSIONS - 1}) v,
    generate_series(0, ${CLAUSES - 1}) c`;

const VERSIONS_OF_RULES = `
  insert into rule_search_versions
  select 'rule-' || lpad(r::text, 5, '0'), v::text, md5(r || ' ' || v), 'published', null,
    'RULE-' || r, '样例规则' || r, 'Sample rule ' || r, '样例委员会' || r % 50, 'Board ' || r % 50,
    '样例委员会' || r % 50 || E'\\nboard' || r % 50,
    (array['management-system','product','service'])[1 + r % 3],
    array[(array['QMS','EMS','OHSMS','ISMS'])[1 + r % 4], 'A' || lpad((r % 20)::text, 2, '0')],
    array['gate','obligation','limit','notice'], starts,
    case when v = ${VERSIONS - 1} then null else starts + 600 end,
    'rule' || lpad(r::text, 5, '0') || E'\\nrule' || r || E'\\n样例规则' || r || E'\\nsamplerule' || r
  from generate_series(1, $1::bigint) r, generate_series(0, ${VERSIONS - 1}) v,
    lateral (select date '2010-01-01' + (v * 600 + r % 300)::int) as first(starts)`;

/** By SQL and not through the index's own writer: only reading is measured. */
export async function manyRules(bench: Bench): Promise<ManyRules> {
  const rules = scaled(bench, RULES, 50);
  const platform = await bench.platforms.open();
  const { database } = platform;
  await database.query("drop index rule_search_wordings_by_gram");
  await database.query(WORDINGS, [PHRASES, rules]);
  await database.query(CLAUSES_OF_VERSIONS, [rules]);
  await database.query(VERSIONS_OF_RULES, [rules]);
  await database.query(
    "create index rule_search_wordings_by_gram on rule_search_wordings using gin (grams)",
  );
  for (const table of ["versions", "wordings", "clauses"]) {
    await database.query(`vacuum analyze rule_search_${table}`);
  }
  await database.query("checkpoint");
  const [found] = await database.query<{ wordings: number }>(
    "select count(*)::int as wordings from rule_search_wordings",
  );
  const clauses = rules * VERSIONS * CLAUSES;
  const what = `${count(rules)} rules × ${VERSIONS} versions, ${count(clauses)} clauses in ${count(found?.wordings ?? 0)} wordings`;
  return { platform, what };
}
