import type { Database } from "./database.ts";

/**
 * The migrated schema as text, the same on every PostgreSQL version: columns with type, default and
 * nullness, then indexes. Committed as `schema.sql`, so that a review sees what a migration does.
 */
export async function dumpSchema(database: Database): Promise<string> {
  const columns = await database.query<{ table_name: string; line: string }>(`
    select c.relname as table_name,
      format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end,
        coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and c.relname not like 'pg%'
    order by c.relname, a.attnum`);
  const indexes = await database.query<{ line: string }>(`
    select indexdef || ';' as line from pg_indexes
    where schemaname = current_schema() order by tablename, indexname`);
  const tables = Map.groupBy(columns, (column) => column.table_name);
  const parts = [...tables].map(
    ([name, lines]) => `create table ${name} (\n${lines.map(({ line }) => line).join(",\n")}\n);`,
  );
  const indexLines = indexes.map(({ line }) => line.replace(" public.", " "));
  return `${parts.join("\n\n")}\n\n${indexLines.join("\n")}\n`;
}
