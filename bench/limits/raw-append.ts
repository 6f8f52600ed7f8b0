import type { Platform } from "@suzheng/server";
import type { PoolClient } from "pg";
import { type Use, useOf } from "../process-usage.ts";

/**
 * Tables that an append writes rows into; the one row of the log's head, and of the institution,
 * are left out.
 */
const TABLES = [
  "entries",
  "requests",
  "personal_values",
  "stream_states",
  "certificates",
  "certificate_numbers",
  "participations",
];

type Written = { insert: string; columns: string[]; rows: Record<string, string | null>[] };

/** Rows written since, in the order of their writing, every value as PostgreSQL writes it. */
export async function rowsSince(
  { database }: Platform,
  transaction: string,
): Promise<ReadonlyMap<string, Written>> {
  const written = new Map<string, Written>();
  for (const table of TABLES) {
    const columns = await database.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [table],
    );
    const names = columns.map(({ name }) => name);
    const rows = await database.query<Record<string, string | null>>(
      `select ${names.map((name) => `${name}::text`).join(", ")} from ${table}
       where xmin::text::bigint >= $1 and institution <> 'directory' order by xmin::text::bigint`,
      [transaction],
    );
    const values = columns.map(({ name, type }) => `${name}::${type}`).join(", ");
    const arrays = names.map((_, i) => `$${i + 1}::text[]`).join(", ");
    const insert =
      `insert into raw_${table} (${names.join(", ")}) ` +
      `select ${values} from unnest(${arrays}) as k(${names.join(", ")})`;
    written.set(table, { insert, columns: names, rows });
  }
  return written;
}

/** A mark for `rowsSince`. */
export async function transactionNow({ database }: Platform): Promise<string> {
  const [row] = await database.query<{ now: string }>("select pg_current_xact_id()::text as now");
  return row?.now ?? "0";
}

/**
 * The same rows once more as fast as this PostgreSQL takes them: each batch a transaction with one
 * `unnest` for each table. Rows of an institution go over one connection.
 */
export async function rawAppend(
  platform: Platform,
  written: ReadonlyMap<string, Written>,
  { batch, institutions }: { batch: number; institutions: readonly string[] },
): Promise<Use> {
  const { database, pool, dataFolder } = platform;
  for (const table of written.keys()) {
    await database.query(`create table if not exists raw_${table} (like ${table} including all)`);
  }
  await database.query("checkpoint");
  const clients = await Promise.all(institutions.map(() => pool.connect()));
  const { use } = await useOf(dataFolder, () =>
    Promise.all(
      institutions.map((institution, i) => {
        const own = [...written.values()].map((table) => ({
          ...table,
          rows: table.rows.filter((row) => row.institution === institution),
        }));
        return insertInBatches(clients[i], own, batch);
      }),
    ),
  );
  for (const client of clients) client.release();
  return use;
}

/** `batch` acts at a time, and of every other table its share. */
async function insertInBatches(
  client: PoolClient | undefined,
  tables: readonly Written[],
  batch: number,
): Promise<void> {
  const batches = Math.ceil((tables[0]?.rows.length ?? 0) / batch);
  for (let at = 0; at < batches; at++) {
    const statements = tables.flatMap(({ insert, columns, rows }, t) => {
      const part = rows.slice(
        Math.floor((rows.length * at) / batches),
        Math.floor((rows.length * (at + 1)) / batches),
      );
      if (part.length === 0) return [];
      const values = columns.map((column) => part.map((row) => row[column]));
      return { name: `raw ${t}`, text: insert, values };
    });
    const sent = [{ text: "begin" }, ...statements, { text: "commit" }];
    await Promise.all(sent.map((statement) => client?.query(statement)));
  }
}
