import { type LogNote, logNoteValue, parseDirectoryEntry } from "@suzheng/log-format";
import { mapKey, updateMap } from "@suzheng/merkle";
import type { FsckPage } from "../../application/fsck.ts";
import { DIRECTORY } from "../../application/ledger/publication-store.ts";
import { sha256 } from "../sha256.ts";
import type { Damages } from "./damages.ts";
import { collectPairs, type MapPairs } from "./map/map-pairs.ts";

/** What the directory has said about one log, by size; roots in padded base64. */
export type NotedSizes = Map<number, { root: string; index: number }>;

export type DirectoryNotes = {
  /** Takes the directory's next entries. */
  read(page: FsckPage): Promise<void>;
  notedSizes(log: string): NotedSizes;
  /** What the newest entry that names the log says. */
  newest(log: string): LogNote | null;
  /** The pairs of the map over all logs. */
  pairs(): MapPairs;
  logs(): string[];
  /** When the newest entry was noted; null before the first. */
  notedAt(): string | null;
};

/**
 * Follows the directory entry by entry: well formed, sizes never shrink, the map over all logs as
 * it says.
 */
export function followDirectory(damages: Damages): DirectoryNotes {
  const noted = new Map<string, NotedSizes>();
  const newest = new Map<string, LogNote>();
  const tiles = new Map<string, Uint8Array>();
  let logsRoot = "";
  let notedAt: string | null = null;

  async function readOne(page: FsckPage, row: number): Promise<void> {
    const index = page.index(row);
    const version = page.version(row);
    const stream = page.stream(row);
    const where = `entry ${index}`;
    if (stream.toString() !== DIRECTORY || version !== index + 1) {
      const expected = `\`${DIRECTORY}\` version ${index + 1}`;
      const found = `\`${stream.toString()}\` version ${version}`;
      damages.add("entry-columns", { log: DIRECTORY, where, expected, found });
    }
    const parsed = parseDirectoryEntry(page.entry(row).toString("utf8"));
    if (parsed.outcome === "malformed") {
      const expected = "a canonical directory entry";
      damages.add("entry-malformed", { log: DIRECTORY, where, expected, found: parsed.detail.en });
      return;
    }
    const { notes } = parsed.value;
    if (notedAt !== null && parsed.value.notedAt < notedAt) {
      const expected = `noted at ${notedAt} or later`;
      const found = `noted at ${parsed.value.notedAt}`;
      damages.add("stream-chain", { log: DIRECTORY, where, expected, found });
    }
    notedAt = parsed.value.notedAt;
    for (const note of notes) takeNote({ damages, noted, newest }, note, index);
    const map = await updateMap({
      sha256,
      readTiles: async (prefixes) =>
        new Map(prefixes.flatMap((prefix) => entryOf(tiles, prefix) ?? [])),
      changes: notes.map((note) => ({
        key: mapKey(sha256, note.log),
        value: logNoteValue(sha256, note),
      })),
    });
    for (const [prefix, tile] of map.tiles) tiles.set(prefix, tile);
    logsRoot = Buffer.from(map.root).toString("base64");
    if (logsRoot === parsed.value.logsRoot) return;
    const found = parsed.value.logsRoot;
    damages.add("logs-root", { log: DIRECTORY, where, expected: logsRoot, found });
  }

  return {
    async read(page) {
      for (let row = 0; row < page.count; row++) await readOne(page, row);
    },
    notedSizes: (log) => noted.get(log) ?? new Map(),
    newest: (log) => newest.get(log) ?? null,
    logs: () => [...newest.keys()],
    notedAt: () => notedAt,
    pairs() {
      const pairs = collectPairs();
      for (const [log, note] of newest) pairs.add(mapKey(sha256, log), logNoteValue(sha256, note));
      return pairs.pairs();
    },
  };
}

type Following = {
  damages: Damages;
  noted: Map<string, NotedSizes>;
  newest: Map<string, LogNote>;
};

function takeNote({ damages, noted, newest }: Following, note: LogNote, index: number): void {
  const sizes: NotedSizes = noted.get(note.log) ?? new Map();
  noted.set(note.log, sizes);
  const where = `entry ${index}, note of \`${note.log}\``;
  const before = newest.get(note.log);
  if (before !== undefined && before.size > note.size) {
    const expected = `a size from ${before.size}`;
    damages.add("directory-note", { log: DIRECTORY, where, expected, found: String(note.size) });
  }
  const same = sizes.get(note.size);
  if (same !== undefined && same.root !== note.root) {
    damages.add("directory-note", { log: DIRECTORY, where, expected: same.root, found: note.root });
  }
  sizes.set(note.size, { root: note.root, index });
  newest.set(note.log, note);
}

function entryOf(
  tiles: ReadonlyMap<string, Uint8Array>,
  prefix: string,
): [[string, Uint8Array]] | null {
  const tile = tiles.get(prefix);
  return tile === undefined ? null : [[prefix, tile]];
}
