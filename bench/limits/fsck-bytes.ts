import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { hashLeaf, hashNode, logMapValue, mapKey } from "@suzheng/merkle";
import type { Platform } from "@suzheng/server";
import { sha256 } from "../../packages/server/src/ledger/sha256.ts";
import type { EntryRow } from "./raw-insert.ts";

/** What hashing alone takes, of bytes that are in memory. */
export type Hashing = { seconds: number; bytes: number };

const ENTRIES_AT_A_TIME = 10_000;

/**
 * The hash calls of a check over the entries: a leaf and a node each, and for each stream its key,
 * its value, a leaf of the map and, as in every binary tree, about one branch.
 */
export async function hashEntries(platform: Platform): Promise<Hashing> {
  const hashing: Hashing = { seconds: 0, bytes: 0 };
  const { database } = platform;
  for (const { institution, size } of await database.query<{ institution: string; size: number }>(
    "select institution, size from logs",
  )) {
    for (let from = 0; from < size; from += ENTRIES_AT_A_TIME) {
      const rows = await database.query<EntryRow>(
        `select stream, version, index, leaf_hash, entry from entries
         where institution = $1 and index >= $2 and index < $3`,
        [institution, from, from + ENTRIES_AT_A_TIME],
      );
      timeEntries(hashing, rows);
    }
  }
  return hashing;
}

function timeEntries(hashing: Hashing, rows: readonly EntryRow[]): void {
  const entries = rows.map(({ entry }) => Buffer.from(entry));
  const startedAt = performance.now();
  let node = hashLeaf(sha256, Buffer.alloc(0));
  for (const entry of entries) node = hashNode(sha256, node, hashLeaf(sha256, entry));
  for (const { stream, version, index, leaf_hash } of rows) {
    if (version !== 1) continue;
    const key = mapKey(sha256, stream);
    const value = logMapValue(sha256, index, leaf_hash);
    node = hashNode(sha256, node, hashNode(sha256, key, value));
  }
  hashing.seconds += (performance.now() - startedAt) / 1000;
  hashing.bytes += entries.reduce((sum, entry) => sum + entry.length, 0);
}

const BUNDLE = /tile\/entries\//;
const LENGTH_BYTES = 2;

/** The entries of a published bundle, docs/formats/entry.md: the only hashes that it has. */
function leavesOf(bundle: Buffer): Buffer[] {
  const leaves: Buffer[] = [];
  for (let at = 0; at < bundle.length; ) {
    const from = at + LENGTH_BYTES;
    at = from + bundle.readUInt16BE(at);
    leaves.push(bundle.subarray(from, at));
  }
  return leaves;
}

/** Hashing, once, of the published files that a check compares: bundles leaf by leaf. */
export async function hashFiles(platform: Platform): Promise<Hashing> {
  const folder = join(platform.dataFolder, "public");
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const hashing: Hashing = { seconds: 0, bytes: 0 };
  for (const file of found) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const bytes = await readFile(path);
    if (BUNDLE.test(path)) timeHashes(hashing, leavesOf(bytes), (leaf) => hashLeaf(sha256, leaf));
    else timeHashes(hashing, [bytes]);
  }
  return hashing;
}

const ROWS = [
  "select tile as bytes from map_tiles",
  "select convert_to(state, 'UTF8') as bytes from stream_states",
  "select convert_to(c::text, 'UTF8') as bytes from certificates c",
  "select convert_to(p::text, 'UTF8') as bytes from participations p",
  "select convert_to(v::text, 'UTF8') as bytes from personal_values v",
];

/** Hashing, once, of every row that a check compares besides the entries. */
export async function hashRows(platform: Platform): Promise<Hashing> {
  const hashing: Hashing = { seconds: 0, bytes: 0 };
  for (const query of ROWS) {
    const rows = await platform.database.query<{ bytes: Buffer }>(query);
    timeHashes(
      hashing,
      rows.map(({ bytes }) => bytes),
    );
  }
  return hashing;
}

function timeHashes(
  hashing: Hashing,
  parts: readonly Uint8Array[],
  hashOf: (part: Uint8Array) => Uint8Array = sha256,
): void {
  const startedAt = performance.now();
  for (const part of parts) hashOf(part);
  hashing.seconds += (performance.now() - startedAt) / 1000;
  hashing.bytes += parts.reduce((sum, part) => sum + part.length, 0);
}
