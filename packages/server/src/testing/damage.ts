import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "../compose/platform.ts";

/** Tables that a test may damage. */
const TABLES = [
  "logs",
  "entries",
  "requests",
  "published",
  "map_tiles",
  "directory_checkpoint",
  "personal_values",
  "institutions",
  "stream_states",
  "certificates",
  "certificate_numbers",
  "participations",
  "rules",
  "rule_versions",
  "rule_search_versions",
  "rule_search_clauses",
  "rule_search_wordings",
  "pauses",
  "obligations",
  "obligation_positions",
];

/** Keeps a copy of every table, so that what a statement did to one of them is undone exactly. */
export async function keepTables(platform: Platform): Promise<(sql: string) => Promise<void>> {
  const { database } = platform;
  await database.query("create schema kept");
  for (const table of TABLES) await database.query(`create table kept.${table} as table ${table}`);
  return async (sql) => {
    const table = /(?:update|insert into|delete from) (\w+)/.exec(sql)?.[1] ?? "";
    await database.query(`delete from ${table}`);
    await database.query(`insert into ${table} select * from kept.${table}`);
  };
}

/** Changes one file below the data folder; null removes it. Returns what puts it back. */
export function changeFile(
  platform: Platform,
  path: string,
  change: (bytes: Buffer) => Buffer | null,
): () => void {
  const file = join(platform.dataFolder, path);
  const before = readFileSync(file);
  const after = change(Buffer.from(before));
  if (after === null) rmSync(file);
  else writeFileSync(file, after);
  return () => writeFileSync(file, before);
}

/** Turns one bit of one byte; counted from the end when negative. */
export const flipByte =
  (at: number) =>
  (bytes: Buffer): Buffer => {
    const place = at < 0 ? bytes.length + at : at;
    bytes[place] = (bytes[place] ?? 0) ^ 0x01;
    return bytes;
  };
