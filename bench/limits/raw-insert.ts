import type { Platform } from "@suzheng/server";
import type { PoolClient } from "pg";
import { type Use, useOf } from "../process-usage.ts";

export type EntryRow = {
  institution: string;
  index: number;
  stream: string;
  version: number;
  leaf_hash: Buffer;
  entry: string;
};

const INSERT = `
  insert into raw_entries (institution, index, stream, version, leaf_hash, entry)
  select * from unnest($1::text[], $2::bigint[], $3::text[], $4::int[], $5::bytea[], $6::text[])`;

export async function readEntries(
  platform: Platform,
  from: number,
  most = 1_000_000,
): Promise<EntryRow[]> {
  return platform.database.query<EntryRow>(
    `select institution, index, stream, version, leaf_hash, entry from entries
     where institution <> 'directory' and index >= $1 order by index, institution limit $2`,
    [from, most],
  );
}

/** The same rows once more, as fast as this PostgreSQL takes them. */
export async function rawInsert(
  platform: Platform,
  rows: readonly EntryRow[],
  { batch, connections }: { batch: number; connections: number },
): Promise<Use> {
  const { database, pool, dataFolder } = platform;
  await database.query("drop table if exists raw_entries");
  await database.query("create table raw_entries (like entries including all)");
  await database.query("checkpoint");
  const queues = shareByInstitution(rows, connections);
  const clients = await Promise.all(queues.map(() => pool.connect()));
  const insert = (queue: readonly EntryRow[], client: PoolClient | undefined) =>
    insertInBatches(client, queue, batch);
  const { use } = await useOf(dataFolder, () =>
    Promise.all(queues.map((queue, i) => insert(queue, clients[i]))),
  );
  for (const client of clients) client.release();
  return use;
}

async function insertInBatches(
  client: PoolClient | undefined,
  rows: readonly EntryRow[],
  batch: number,
): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) {
    const values = columnsOf(rows.slice(at, at + batch));
    await client?.query({ name: "raw", text: INSERT, values });
  }
}

function shareByInstitution(rows: readonly EntryRow[], connections: number): EntryRow[][] {
  const institutions = [...new Set(rows.map(({ institution }) => institution))];
  return Array.from({ length: connections }, (_, i) =>
    rows.filter(({ institution }) => institutions.indexOf(institution) % connections === i),
  );
}

function columnsOf(rows: readonly EntryRow[]): unknown[][] {
  return [
    rows.map((row) => row.institution),
    rows.map((row) => row.index),
    rows.map((row) => row.stream),
    rows.map((row) => row.version),
    rows.map((row) => row.leaf_hash),
    rows.map((row) => row.entry),
  ];
}
