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

/** The next directory entry: what the changed logs are now, and the map over all logs with them. */
export async function nextDirectoryEntry(
  store: PublicationStore,
  changes: readonly TreeChange[],
  notedAt: string,
): Promise<DirectoryAppend> {
  const before: PublishedTree | null = await store.published(DIRECTORY);
  const index = before?.size ?? 0;
  const notes = changes.map(noteOf);
  const map = await updateMap({
    sha256,
    readTiles: (prefixes) => store.readMapTiles(DIRECTORY, prefixes),
    changes: notes.map((note) => ({
      key: mapKey(sha256, note.log),
      value: logNoteValue(sha256, note),
    })),
  });
  const entry = encodeDirectoryEntry({
    format: "suzheng-directory/1",
    notedAt,
    logsRoot: base64(map.root),
    notes,
  });
  const leafHash = hashLeaf(sha256, Buffer.from(entry, "utf8"));
  const frontier = parseFrontier(index, before?.frontier ?? new Uint8Array());
  appendToFrontier(sha256, frontier, leafHash);
  const tree: PublishedTree = {
    size: frontier.size,
    root: frontierRoot(sha256, frontier),
    mapRoot: map.root,
    frontier: serializeFrontier(frontier),
  };
  return {
    lines: [{ index, entry, leafHash }],
    notedAt,
    change: { institution: DIRECTORY, from: index, tree, mapTiles: map.tiles },
  };
}
