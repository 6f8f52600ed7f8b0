import { type DirectoryEntry, type LogNote, parseDirectoryEntry } from "@suzheng/log-format";
import {
  appendToFrontier,
  frontierRoot,
  hashLeaf,
  parseFrontier,
  serializeFrontier,
} from "@suzheng/merkle";
import type { SignedTree } from "../../application/ledger/last-signed.ts";
import {
  DIRECTORY,
  type DirectoryAppend,
  type DirectoryLine,
  type TreeChange,
} from "../../application/ledger/publication-store.ts";
import { directoryChange, notedMap } from "../append-to-directory.ts";
import { layOutLog } from "../lay-out-log.ts";
import { LogDamage } from "../log-damage.ts";
import { sha256 } from "../sha256.ts";
import { frontierAt } from "../sign-guard.ts";
import { CannotRestore } from "./cannot-restore.ts";
import { type EntryPage, publishedEntries } from "./published-entries.ts";
import type { RestoreParts } from "./restore-parts.ts";

/** What the directory said after the database's time. */
export type LostNotes = {
  from: number;
  target: SignedTree;
  /** The newest of each log. */
  notes: ReadonlyMap<string, LogNote>;
  /** Of the newest entry. */
  notedAt: string;
};

/** What is written in one transaction; a year of directory entries is more than fits in memory. */
const BYTES_AT_A_TIME = 16 * 2 ** 20;

type Lines = { lines: DirectoryLine[]; entries: DirectoryEntry[] };

/**
 * Directory entries up to the tree that was signed; null when none is missing. Throws CannotRestore
 * unless they lead to its root.
 */
export async function lostNotes(
  { files, publications }: Pick<RestoreParts, "files" | "publications">,
  target: SignedTree | null,
): Promise<LostNotes | null> {
  const before = await publications.published(DIRECTORY);
  const from = before?.size ?? 0;
  if (target === null || target.size <= from) return null;
  const frontier = parseFrontier(from, before?.frontier ?? new Uint8Array());
  const notes = new Map<string, LogNote>();
  let notedAt = "";
  for await (const page of publishedEntries(files, { log: DIRECTORY, from, size: target.size })) {
    const { lines, entries } = linesOf(page);
    for (const { leafHash } of lines) appendToFrontier(sha256, frontier, leafHash);
    for (const note of entries.flatMap((entry) => entry.notes)) notes.set(note.log, note);
    notedAt = entries.at(-1)?.notedAt ?? notedAt;
  }
  const root = hex(frontierRoot(sha256, frontier));
  if (root === target.root) return { from, target, notes, notedAt };
  throw new CannotRestore("published-differs", DIRECTORY, `root ${root} at size ${target.size}`);
}

function linesOf({ first, entries: texts }: EntryPage): Lines {
  const lines = texts.map((bytes, n) => ({
    index: first + n,
    entry: Buffer.from(bytes).toString("utf8"),
    leafHash: hashLeaf(sha256, bytes),
  }));
  return { lines, entries: lines.map(({ entry }) => readEntry(entry)) };
}

function readEntry(text: string): DirectoryEntry {
  const parsed = parseDirectoryEntry(text);
  if (parsed.outcome === "malformed") throw new LogDamage(DIRECTORY, parsed.detail.en);
  return parsed.value;
}

/** Writes the notes back, with the tiles, maps and published sizes of what they note. */
export async function restoreDirectory(
  parts: RestoreParts,
  { target }: Pick<LostNotes, "target">,
): Promise<void> {
  const from = (await parts.publications.published(DIRECTORY))?.size ?? 0;
  const pages = publishedEntries(parts.files, { log: DIRECTORY, from, size: target.size });
  let waiting: Lines = { lines: [], entries: [] };
  let bytes = 0;
  for await (const page of pages) {
    const { lines, entries } = linesOf(page);
    waiting = {
      lines: [...waiting.lines, ...lines],
      entries: [...waiting.entries, ...entries],
    };
    bytes += page.entries.reduce((sum, entry) => sum + entry.length, 0);
    if (bytes < BYTES_AT_A_TIME) continue;
    await writeLines(parts, waiting);
    waiting = { lines: [], entries: [] };
    bytes = 0;
  }
  if (waiting.lines.length > 0) await writeLines(parts, waiting);
}

async function writeLines(parts: RestoreParts, { lines, entries }: Lines): Promise<void> {
  const notes = new Map(entries.flatMap((entry) => entry.notes.map((note) => [note.log, note])));
  const changes: TreeChange[] = [];
  for (const note of notes.values()) {
    const change = await changeTo(parts, note);
    if (change !== null) changes.push(change);
  }
  await parts.publications.record(changes, await appendOf(parts, { lines, entries, notes }));
}

/** The log as it is noted; null when that much of it is published in the database. */
async function changeTo(parts: RestoreParts, note: LogNote): Promise<TreeChange | null> {
  const { log: institution, size } = note;
  const published = await parts.publications.published(institution);
  if ((published?.size ?? 0) >= size) return null;
  const frontier = await frontierAt(parts.logs, { institution, published, size });
  if (frontier === null) throw new Error(`\`${institution}\` is published beyond its end`);
  const pending = { institution, size, frontier: serializeFrontier(frontier), published };
  const change = await layOutLog(parts, pending);
  const { root, mapRoot } = change.tree;
  if (base64(root) === note.root && base64(mapRoot) === note.mapRoot) return change;
  throw new LogDamage(institution, `what was restored is not what the directory notes at ${size}`);
}

type Noted = Lines & { notes: ReadonlyMap<string, LogNote> };

async function appendOf(
  { publications }: RestoreParts,
  { lines, entries, notes }: Noted,
): Promise<DirectoryAppend> {
  const before = await publications.published(DIRECTORY);
  const map = await notedMap(publications, notes.values());
  const newest = entries.at(-1);
  if (newest === undefined || base64(map.root) !== newest.logsRoot) {
    throw new LogDamage(DIRECTORY, "its map is not the one that its newest entry states");
  }
  return { lines, notedAt: newest.notedAt, change: directoryChange({ before, lines, map }) };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
