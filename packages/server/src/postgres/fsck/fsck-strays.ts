import type pg from "pg";
import type { FsckCompared } from "../../application/fsck.ts";

const REQUESTS = `
  select submitter, request_id, first_index, acts from requests r
  where institution = $1 and (
    acts < 1 or first_index < 0
    or first_index + acts > (select coalesce(max(index), -1) + 1 from entries where institution = $1)
    or exists (
      select 1 from entries e
      where e.institution = $1 and e.index in (r.first_index, r.first_index + r.acts - 1)
        and strpos(e.entry, '"submitter":' || to_json(r.submitter)::text) = 0
    )
  )
  order by first_index limit $2`;

const STREAMS = `
  (select 'stream_states' as table_name, stream as row_name from stream_states s
   where institution = $1 and not exists (
     select 1 from entries e where e.institution = $1 and e.stream = s.stream) limit $2)
  union all
  (select 'certificates', number from certificates c
   where institution = $1 and not exists (
     select 1 from entries e where e.institution = $1 and e.stream = 'certificate/' || c.number)
   limit $2)`;

const STREAM_COUNTS = `
  select (select count(*) from stream_states where institution = $1) as states,
    (select count(*) from certificates where institution = $1) as certificates`;

const PROJECTIONS = `
  (select 'rule_versions' as table_name, rule || ' ' || version as row_name from rule_versions v
   where institution = $1 and not exists (
     select 1 from entries e where e.institution = $1 and e.stream = 'rule/' || v.rule
       and strpos(e.entry, '"ruleVersion":' || to_json(v.version)::text) > 0)
   limit $2)
  union all
  (select 'rules', rule from rules r
   where institution = $1 and not exists (
     select 1 from entries e where e.institution = $1 and e.stream = 'rule/' || r.rule)
   limit $2)
  union all
  (select 'rule_search_versions', rule || ' ' || version from rule_search_versions s
   where starts_with(rule, $1 || '/') and not exists (
     select 1 from entries e where e.institution = $1
       and e.stream = 'rule/' || substr(s.rule, length($1) + 2)
       and strpos(e.entry, '"ruleVersion":' || to_json(s.version)::text) > 0)
   limit $2)
  union all
  (select 'rule_search_clauses', rule || ' ' || version || ' clause ' || position
   from rule_search_clauses c
   where starts_with(rule, $1 || '/') and not exists (
     select 1 from rule_search_versions v where v.rule = c.rule and v.version = c.version)
   limit $2)
  union all
  (select 'rule_search_wordings', rule || ' ' || encode(wording, 'hex') from rule_search_wordings w
   where starts_with(rule, $1 || '/') and not exists (
     select 1 from rule_search_clauses c where c.rule = w.rule and c.wording = w.wording)
   limit $2)
  union all
  (select 'pauses', id from pauses p
   where institution = $1 and not exists (
     select 1 from entries e where e.institution = $1 and e.stream = 'pause/' || p.id)
   limit $2)
  union all
  (select 'obligations', number || ' ' || rule || ' ' || requirement || ' ' || step
   from obligations o
   where institution = $1 and not exists (
     select 1 from certificates c where c.institution = $1 and c.number = o.number)
   limit $2)
  union all
  (select 'obligations.tolled', number || ' ' || rule || ' ' || requirement || ' ' || step
   from obligations where institution = $1 and tolled is not null
     and not exists (select 1 from pauses where institution = $1)
   limit $2)
  union all
  (select 'obligation_positions.next_index', next_index::text from obligation_positions
   where institution = $1 and next_index > (select size from logs where institution = $1))
  union all
  (select 'certificate_numbers', coalesce(n.number, c.number)
   from (select number from certificate_numbers where institution = $1) n
   full join (select number from certificates where institution = $1) c on c.number = n.number
   where n.number is null or c.number is null
   limit $2)`;

const SMALL_TABLES = [
  "published",
  "rules",
  "rule_versions",
  "rule_search_versions",
  "pauses",
  "obligation_positions",
];

/** Their primary keys begin with the institution. */
const LARGE_TABLES = [
  "entries",
  "requests",
  "map_tiles",
  "personal_values",
  "stream_states",
  "certificates",
  "participations",
  "obligations",
];

/** From one institution to the next by the index, instead of looking at every row. */
const institutionsOf = (table: string) => `
  with recursive found as (
    select min(institution) as institution from ${table}
    union all
    select (select min(institution) from ${table} t where t.institution > found.institution)
    from found where found.institution is not null)
  select institution from found`;

/** Requests that point outside the log, or at another submitter's entries. */
export async function strayRequests(
  client: pg.ClientBase,
  log: string,
  limit: number,
): Promise<{ where: string; found: string }[]> {
  const { rows } = await client.query<{
    submitter: string;
    request_id: string;
    first_index: number;
    acts: number;
  }>(REQUESTS, [log, limit]);
  return rows.map((row) => ({
    where: `request \`${row.submitter}\` \`${row.request_id}\``,
    found: `${row.acts} acts from entry ${row.first_index}`,
  }));
}

type StrayRow = { table_name: string; row_name: string };

/**
 * Rows of projections of streams that have no entry; numbers claimed for no certificate of theirs.
 * As many rows as have been compared leave none for other streams.
 */
export async function strayProjections(
  client: pg.ClientBase,
  log: string,
  { compared, limit }: { compared: FsckCompared; limit: number },
): Promise<{ table: string; row: string }[]> {
  const [stored] = (await client.query<FsckCompared>(STREAM_COUNTS, [log])).rows;
  const isEachCompared =
    stored?.states === compared.states && stored.certificates === compared.certificates;
  const queries = isEachCompared ? [PROJECTIONS] : [STREAMS, PROJECTIONS];
  const rows: StrayRow[] = [];
  for (const sql of queries) rows.push(...(await client.query<StrayRow>(sql, [log, limit])).rows);
  return rows.map((row) => ({ table: row.table_name, row: row.row_name }));
}

/** Rows of any table that belong to an institution without a log. */
export async function strayLogs(client: pg.ClientBase): Promise<{ table: string; log: string }[]> {
  const institutions = [
    ...SMALL_TABLES.map((table) => [table, `select distinct institution from ${table}`]),
    ...LARGE_TABLES.map((table) => [table, institutionsOf(table)]),
  ];
  const parts = institutions.map(
    ([table, query]) => `select '${table}' as table_name, institution from (${query}) t
      where t.institution is not null
        and not exists (select 1 from logs l where l.institution = t.institution)`,
  );
  const bodies = `select 'institutions' as table_name, approval_number from institutions i
    where not exists (select 1 from logs l where l.institution = i.approval_number)`;
  const { rows } = await client.query<{ table_name: string; institution: string }>(
    [...parts, bodies].join(" union all "),
  );
  return rows.map((row) => ({ table: row.table_name, log: row.institution }));
}
