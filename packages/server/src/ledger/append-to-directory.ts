import { encodeDirectoryEntry, type LogNote, logNoteValue } from "@suzheng/log-format";
import {
  appendToFrontier,
  frontierRoot,
  hashLeaf,
  mapKey,
  parseFrontier,
  serializeFrontier,
  updateMap,
} from "@suzheng/merkle";
import {
  DIRECTORY,
  type DirectoryAppend,
  type DirectoryLine,
  type PublicationStore,
  type PublishedTree,
  type TreeChange,
} from "../application/ledger/publication-store.ts";
import { sha256 } from "./sha256.ts";

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

const noteOf = ({ institution, tree }: TreeChange): LogNote => ({
  log: institution,
  size: tree.size,
  root: base64(tree.root),
  mapRoot: base64(tree.mapRoot),
});

/** The map over all logs with these notes. */
export const notedMap = (store: Pick<PublicationStore, "readMapTiles">, notes: Iterable<LogNote>) =>
  updateMap({
    sha256,
    readTiles: (prefixes) => store.readMapTiles(DIRECTORY, prefixes),
    changes: [...notes].map((note) => ({
      key: mapKey(sha256, note.log),
      value: logNoteValue(sha256, note),
    })),
  });

type Growth = {
  before: PublishedTree | null;
  lines: readonly DirectoryLine[];
  map: Awaited<ReturnType<typeof notedMap>>;
};

/** The directory with these entries more, whose map is the one given. */
export function directoryChange({ before, lines, map }: Growth): TreeChange {
  const from = before?.size ?? 0;
  const frontier = parseFrontier(from, before?.frontier ?? new Uint8Array());
  for (const { leafHash } of lines) appendToFrontier(sha256, frontier, leafHash);
  const tree: PublishedTree = {
    size: frontier.size,
    root: frontierRoot(sha256, frontier),
    mapRoot: map.root,
    frontier: serializeFrontier(frontier),
  };
  return { institution: DIRECTORY, from, tree, mapTiles: map.tiles };
}

/** The next directory entry: what the changed logs are now, and the map over all logs with them. */
export async function nextDirectoryEntry(
  store: PublicationStore,
  changes: readonly TreeChange[],
  notedAt: string,
): Promise<DirectoryAppend> {
  const before: PublishedTree | null = await store.published(DIRECTORY);
  const index = before?.size ?? 0;
  const notes = changes.map(noteOf);
  const map = await notedMap(store, notes);
  const entry = encodeDirectoryEntry({
    format: "suzheng-directory/1",
    notedAt,
    logsRoot: base64(map.root),
    notes,
  });
  const leafHash = hashLeaf(sha256, Buffer.from(entry, "utf8"));
  const lines = [{ index, entry, leafHash }];
  return { lines, notedAt, change: directoryChange({ before, lines, map }) };
}
