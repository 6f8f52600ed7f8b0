import type { Database } from "./database.ts";

type Line = { table_name: string; line: string };

const OURS = `c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'`;

const COLUMNS = `
  select c.relname as table_name,
    format('  %I %s%s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attstorage = t.typstorage then '' else ' storage ' || case a.attstorage
        when 'e' then 'external' when 'm' then 'main' when 'x' then 'extended' else 'plain' end end,
      case when a.attcollation <> t.typcollation then format(' collate %I', l.collname) else '' end,
      case when a.attnotnull then ' not null' else '' end,
      coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_type t on t.oid = a.atttypid
  left join pg_collation l on l.oid = a.attcollation
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where ${OURS} and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;

/** Keys, checks and references; that a column is not null stands beside it. */
const CONSTRAINTS = `
  select c.relname as table_name, '  ' || case when k.contype = 'c'
      then format('constraint %I ', k.conname) else '' end || pg_get_constraintdef(k.oid) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where ${OURS} and k.contype in ('p', 'u', 'c', 'f', 'x')
  order by c.relname, array_position('{p,u,c,f,x}', k.contype::text), k.conname`;

const OPTIONS = `
  select c.relname as table_name, array_to_string(c.reloptions, ', ') as line
  from pg_class c where ${OURS} and c.reloptions is not null`;

/** Those that no constraint makes. */
const INDEXES = `
  select c.relname as table_name, pg_get_indexdef(i.indexrelid) || ';' as line
  from pg_index i join pg_class c on c.oid = i.indrelid
  where ${OURS} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
  order by c.relname, i.indexrelid::regclass::text collate "C"`;

const PROTECTION = `
  select c.relname as table_name, format('alter table %I%s%s;', c.relname,
    case when c.relrowsecurity then ' enable row level security' else '' end,
    case when c.relforcerowsecurity then ', force row level security' else '' end) as line
  from pg_class c where ${OURS} and (c.relrowsecurity or c.relforcerowsecurity)`;

const onOneLine = (sql: string) => `regexp_replace(${sql}, '\\s+', ' ', 'g')`;

const POLICIES = `
  select c.relname as table_name, format(E'create policy %I on %I for %s%s%s;', p.polname, c.relname,
    case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert'
      when 'w' then 'update' else 'delete' end,
    coalesce(E'\\n  using ' || ${onOneLine("pg_get_expr(p.polqual, p.polrelid)")}, ''),
    coalesce(E'\\n  with check ' || ${onOneLine("pg_get_expr(p.polwithcheck, p.polrelid)")}, '')
  ) as line
  from pg_policy p join pg_class c on c.oid = p.polrelid
  where ${OURS} order by c.relname, p.polname`;

/** What others than the owner may do with whole tables, then with columns. */
const GRANTS = `
  select table_name, format('grant %s on %I to %I;', string_agg(may, ', ' order by place, may),
    table_name, grantee) as line
  from (
    select c.relname as table_name, g.grantee::regrole::text as grantee, 0 as place,
      lower(g.privilege_type) as may
    from pg_class c, aclexplode(c.relacl) g where ${OURS} and g.grantee <> c.relowner
    union all
    select c.relname, g.grantee::regrole::text, 1, format('%s (%s)', lower(g.privilege_type),
      string_agg(quote_ident(a.attname), ', ' order by a.attnum))
    from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) g
    where ${OURS} group by c.relname, g.grantee, g.privilege_type
  ) granted group by table_name, grantee order by table_name, grantee`;

const FUNCTIONS = `
  select p.proname as table_name, trim(pg_get_functiondef(p.oid), E'\\n ') || ';' as line
  from pg_proc p where p.pronamespace = current_schema()::regnamespace order by p.proname`;

/**
 * The migrated schema as text, the same on every PostgreSQL version: functions, then each table
 * with its keys, indexes, policies and grants. Committed as `schema.sql`, so that a review sees
 * what a migration does.
 */
export async function dumpSchema(database: Database): Promise<string> {
  const read = async (sql: string): Promise<Map<string, string[]>> => {
    const groups = Map.groupBy(await database.query<Line>(sql), (row) => row.table_name);
    return new Map([...groups].map(([name, rows]) => [name, rows.map(({ line }) => line)]));
  };
  const functions = await read(FUNCTIONS);
  const [columns, constraints, options] = [
    await read(COLUMNS),
    await read(CONSTRAINTS),
    await read(OPTIONS),
  ];
  const after: Map<string, string[]>[] = [];
  for (const sql of [INDEXES, PROTECTION, POLICIES, GRANTS]) after.push(await read(sql));
  const tables = [...columns].map(([name, lines]) => {
    const body = [...lines, ...(constraints.get(name) ?? [])].join(",\n");
    const [option] = options.get(name) ?? [];
    const end = option === undefined ? ");" : `) with (${option});`;
    const rest = after.flatMap((lines) => lines.get(name) ?? []);
    return [`create table ${name} (`, body, end, ...rest].join("\n");
  });
  return [...[...functions.values()].flat(), ...tables]
    .map(withoutSchema)
    .join("\n\n")
    .concat("\n");
}

const withoutSchema = (text: string): string => text.replaceAll(/\bpublic\./g, "");
