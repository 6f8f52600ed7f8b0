import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "./database.ts";

const MIGRATIONS = join(import.meta.dirname, "migrations");
/** Any fixed number: one migrating server at a time. */
const MIGRATION_LOCK = 7_305_201;

/** Brings the schema up to date, each migration once and whole. Returns the names applied now. */
export async function migrate(database: Database): Promise<string[]> {
  return database.transaction(async (inside) => {
    await inside.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    await inside.query(
      "create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())",
    );
    const rows = await inside.query<{ name: string }>("select name from migrations");
    const applied = new Set(rows.map((row) => row.name));
    const missing = readdirSync(MIGRATIONS)
      .filter((name) => name.endsWith(".sql") && !applied.has(name))
      .sort();
    for (const name of missing) {
      for (const statement of statementsOf(readFileSync(join(MIGRATIONS, name), "utf8"))) {
        await inside.query(statement);
      }
      await inside.query("insert into migrations (name) values ($1)", [name]);
    }
    return missing;
  });
}

/** Each runs as a prepared statement of its own; a semicolon inside one stands between two `$$`. */
function statementsOf(sql: string): string[] {
  const withoutComments = sql.replaceAll(/--[^\n]*/g, "");
  const statements = withoutComments.match(/(?:\$\$[\s\S]*?\$\$|[^;])+/g) ?? [];
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== "");
}
