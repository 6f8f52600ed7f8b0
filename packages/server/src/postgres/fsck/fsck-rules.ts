import type pg from "pg";
import type { FsckPause, FsckRow, FsckRuleIndex } from "../../application/fsck.ts";

const RULES = `
  select rule, title, number, published_version, last_index from rules where institution = $1`;

/** Dates as text, as the pool's type parsers give them elsewhere. */
const RULE_VERSIONS = `
  select rule, version, state, in_force_from::text, in_force_until::text, title, title_english,
    category, field, number, issuer, issued_on::text, updated_on::text, item_codes, content_hash,
    content_bytes, is_executable, filed_at, last_index, clauses
  from rule_versions where institution = $1`;

const INDEXED_VERSIONS = `
  select rule || ' ' || version as key, content_hash, state, institution, number, title_zh,
    title_en, issuer_zh, issuer_en, issuer_search, category, fields, kinds, in_force_from::text,
    in_force_until::text, head_search
  from rule_search_versions where starts_with(rule, $1 || '/')`;

const INDEXED_CLAUSES = `
  select c.rule || ' ' || c.version as key, c.kinds, encode(c.wording, 'hex') as wording,
    w.clause, w.title_zh, w.title_en, w.text_zh, w.text_en, w.search, w.grams
  from rule_search_clauses c left join rule_search_wordings w using (rule, wording)
  where starts_with(c.rule, $1 || '/') order by c.rule, c.version, c.position`;

// Approving a pause writes entries first, the row when all of them stand.
const PAUSES = `
  select coalesce(p.id, substr(e.stream, 7)) as id, p.pause, exists (
      select 1 from tolling_requests t
      where t.id = coalesce(p.id, substr(e.stream, 7)) and t.state = 'approving'
    ) as "isApproving"
  from (select stream from entries
    where institution = $1 and stream like 'pause/%' and version = 1) e
  full join (select id, pause from pauses where institution = $1) p
    on e.stream = 'pause/' || p.id`;

const PAUSE_LOGS = `
  select institution from logs l where exists (
    select 1 from entries e where e.institution = l.institution and e.stream = 'pause/' || $1)`;

export async function rulesOf(client: pg.ClientBase, log: string): Promise<FsckRow[]> {
  return (await client.query<FsckRow>(RULES, [log])).rows;
}

export async function ruleVersionsOf(client: pg.ClientBase, log: string): Promise<FsckRow[]> {
  const { rows } = await client.query<FsckRow & { filed_at: Date }>(RULE_VERSIONS, [log]);
  return rows.map((row) => ({ ...row, filed_at: row.filed_at.toISOString() }));
}

type Keyed = FsckRow & { key: string };

export async function ruleIndexOf(client: pg.ClientBase, log: string): Promise<FsckRuleIndex> {
  const versions = await client.query<Keyed>(INDEXED_VERSIONS, [log]);
  const clauses = await client.query<Keyed>(INDEXED_CLAUSES, [log]);
  const byVersion = Map.groupBy(clauses.rows, ({ key }) => key);
  return {
    versions: Object.fromEntries(versions.rows.map(({ key, ...row }) => [key, row])),
    clauses: Object.fromEntries(
      [...byVersion].map(([key, rows]) => [key, rows.map(toIndexedClause)]),
    ),
  };
}

function toIndexedClause({ key: _key, wording, kinds, ...words }: Keyed) {
  return { clause: { wording, kinds }, wording: words.clause === null ? undefined : words };
}

export async function pausesOf(client: pg.ClientBase, log: string): Promise<FsckPause[]> {
  return (await client.query<FsckPause>(PAUSES, [log])).rows;
}

export async function pauseLogsOf(client: pg.ClientBase, id: string): Promise<string[]> {
  const { rows } = await client.query<{ institution: string }>(PAUSE_LOGS, [id]);
  return rows.map(({ institution }) => institution);
}
