import type { TestDatabase } from "../../testing/test-database.ts";
import { type Database, openPool, poolDatabase } from "../database.ts";

export type OrdinaryOwner = { database: Database; remove(): Promise<void> };

/**
 * As on an external PostgreSQL where the server's user owns the tables and may make no roles: bound
 * by the policies in every statement.
 */
export async function ordinaryOwnerOf(
  { name, url }: TestDatabase,
  database: Database,
): Promise<OrdinaryOwner> {
  const role = `owner_of_${name}`;
  await database.query(`create role ${role} login`);
  const tables = await database.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`,
  );
  for (const table of tables) await database.query(`alter table ${table.name} owner to ${role}`);
  const pool = openPool(asUser(url, role), 2);
  return {
    database: poolDatabase(pool),
    async remove() {
      await pool.end();
      await database.query(`reassign owned by ${role} to current_user`);
      await database.query(`drop role ${role}`);
    },
  };
}

function asUser(address: string, user: string): string {
  const url = new URL(address.replace("@/", "@placeholder/"));
  url.username = user;
  return url.href.replace("@placeholder/", "@/");
}
