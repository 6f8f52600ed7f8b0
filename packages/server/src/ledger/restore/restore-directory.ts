import {
  type DirectoryEntry,
  type LogNote,
  logNoteValue,
  parseDirectoryEntry,
} from "@suzheng/log-format";
import {
  appendToFrontier,
  frontierRoot,
  hashLeaf,
  mapKey,
  parseFrontier,
  serializeFrontier,
  updateMap,
} from "@suzheng/merkle";
import type { SignedTree } from "../../application/ledger/last-signed.ts";
import {
  DIRECTORY,
  type DirectoryAppend,
  type DirectoryLine,
  type PublishedTree,
  type TreeChange,
} from "../../application/ledger/publication-store.ts";
import { layOutLog } from "../lay-out-log.ts";
import { LogDamage } from "../log-damage.ts";
import { sha256 } from "../sha256.ts";
import { frontierAt } from "../sign-guard.ts";
import { CannotRestore } from "./cannot-restore.ts";
import { publishedEntries } from "./published-entries.ts";
import type { RestoreParts } from "./restore-parts.ts";

/** What the directory said after the database's time. */
export type LostNotes = {
  before: PublishedTree | null;
  tree: Omit<PublishedTree, "mapRoot">;
  lines: readonly DirectoryLine[];
  /** The newest of each log. */
  notes: ReadonlyMap<string, LogNote>;
  newest: DirectoryEntry;
};

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
  const size = target?.size ?? 0;
  if (target === null || size <= from) return null;
  const frontier = parseFrontier(from, before?.frontier ?? new Uint8Array());
  const lines: DirectoryLine[] = [];
  const entries: DirectoryEntry[] = [];
  for await (const page of publishedEntries(files, { log: DIRECTORY, from, size })) {
    for (const bytes of page.entries) {
      const leafHash = hashLeaf(sha256, bytes);
      appendToFrontier(sha256, frontier, leafHash);
      const entry = Buffer.from(bytes).toString("utf8");
      lines.push({ index: from + lines.length, entry, leafHash });
      entries.push(readEntry(entry));
    }
  }
  const root = frontierRoot(sha256, frontier);
  const newest = entries.at(-1);
  if (hex(root) !== target.root || newest === undefined) {
    throw new CannotRestore("published-differs", DIRECTORY, `root ${hex(root)} at size ${size}`);
  }
  const notes = new Map(entries.flatMap((entry) => entry.notes.map((note) => [note.log, note])));
  const tree = { size, root, frontier: serializeFrontier(frontier) };
  return { before, tree, lines, notes, newest };
}

function readEntry(text: string): DirectoryEntry {
  const parsed = parseDirectoryEntry(text);
  if (parsed.outcome === "malformed") throw new LogDamage(DIRECTORY, parsed.detail.en);
  return parsed.value;
}

/** Writes the notes back with the tiles, maps and published sizes of what they note. */
export async function restoreDirectory(parts: RestoreParts, lost: LostNotes): Promise<void> {
  const changes: TreeChange[] = [];
  for (const note of lost.notes.values()) {
    const change = await changeTo(parts, note);
    if (change !== null) changes.push(change);
  }
  await parts.publications.record(changes, await appendOf(parts, lost));
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

async function appendOf(
  { publications }: RestoreParts,
  { before, tree, lines, notes, newest }: LostNotes,
): Promise<DirectoryAppend> {
  const map = await updateMap({
    sha256,
    readTiles: (prefixes) => publications.readMapTiles(DIRECTORY, prefixes),
    changes: [...notes.values()].map((note) => ({
      key: mapKey(sha256, note.log),
      value: logNoteValue(sha256, note),
    })),
  });
  if (base64(map.root) !== newest.logsRoot) {
    throw new LogDamage(DIRECTORY, "its map is not the one that its newest entry states");
  }
  return {
    lines,
    notedAt: newest.notedAt,
    change: {
      institution: DIRECTORY,
      from: before?.size ?? 0,
      tree: { ...tree, mapRoot: map.root },
      mapTiles: map.tiles,
    },
  };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
