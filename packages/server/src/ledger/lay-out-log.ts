import {
  appendToFrontier,
  bytesEqual,
  consistencyProof,
  decodeEntryBundle,
  encodeEntryBundle,
  frontierRoot,
  growTiles,
  type Hash,
  hashLeaf,
  logMapValue,
  mapKey,
  parseFrontier,
  rootFromTiles,
  serializeFrontier,
  TILE_WIDTH,
  type TileContent,
  tilePath,
  updateMap,
  verifyConsistency,
} from "@suzheng/merkle";
import type { LogStore, StoredEntry } from "../application/ledger/log-store.ts";
import type {
  PendingLog,
  PublicationStore,
  TreeChange,
} from "../application/ledger/publication-store.ts";
import type { TileStore } from "../application/ledger/tile-store.ts";
import { LogDamage } from "./log-damage.ts";
import { logFolder, publishedTree } from "./log-files.ts";
import { sha256 } from "./sha256.ts";

/** Entries read from the database at a time; a multiple of a bundle. */
const ENTRIES_AT_A_TIME = 16 * TILE_WIDTH;

export type PublishingStores = {
  logs: LogStore;
  publications: PublicationStore;
  tiles: TileStore;
};

/** Newest entry of each stream that grew. */
type Newest = Map<string, { index: number; leafHash: Hash }>;

export type LaidOutTree = { root: Hash; frontier: Uint8Array; newest: Newest };

/**
 * Lays out the entries that are not published yet: bundles, then tiles, then everything re-read and
 * re-hashed. Stopping anywhere is harmless: files are immutable and the same work writes the same
 * bytes again.
 */
export async function layOutTree(
  stores: Pick<PublishingStores, "logs" | "tiles">,
  log: PendingLog,
): Promise<LaidOutTree> {
  const { institution, size } = log;
  const from = log.published?.size ?? 0;
  const newest: Newest = new Map();
  const leafHashes: Hash[] = [];
  const start = from - (from % TILE_WIDTH);
  for (let at = start; at < size; at += ENTRIES_AT_A_TIME) {
    const end = Math.min(size, at + ENTRIES_AT_A_TIME);
    const entries = await stores.logs.entries(institution, at, end);
    if (entries.length !== end - at) {
      throw new LogDamage(institution, `entries ${at} to ${end} have a gap`);
    }
    await writeBundles(stores.tiles, institution, entries);
    for (const { index, stream, leafHash } of entries) {
      if (index < from) continue;
      leafHashes.push(leafHash);
      newest.set(stream, { index, leafHash });
    }
  }
  const tree = publishedTree(stores.tiles, institution, from);
  const grown = await growTiles(tree, leafHashes);
  for (const { tile, bytes } of grown) {
    await create(stores.tiles, institution, { path: tilePath(tile), bytes });
  }
  const checked = await checkedRoot(stores.tiles, log, leafHashes);
  await dropPartials(stores.tiles, log, grown);
  return { ...checked, newest };
}

/** Without this a log published each second would leave hundreds of thousands of files a day. */
async function dropPartials(tiles: TileStore, log: PendingLog, grown: readonly TileContent[]) {
  const from = log.published?.size ?? 0;
  for (const { tile } of grown) {
    const { level, index, width } = tile;
    const before = Math.floor(from / TILE_WIDTH ** level) - index * TILE_WIDTH;
    if (width < TILE_WIDTH || before <= 0) continue;
    const folder = logFolder(log.institution);
    await tiles.dropPartials(`${folder}/${tilePath(tile)}`);
    if (level > 0) continue;
    await tiles.dropPartials(`${folder}/${tilePath({ ...tile, level: "entries" })}`);
  }
}

/**
 * Lays out a log and brings its map up to date. Writes files only; the change is yet to be
 * recorded.
 */
export async function layOutLog(stores: PublishingStores, log: PendingLog): Promise<TreeChange> {
  const { institution, size } = log;
  const { root, frontier, newest } = await layOutTree(stores, log);
  const map = await updateMap({
    sha256,
    readTiles: (prefixes) => stores.publications.readMapTiles(institution, prefixes),
    changes: [...newest].map(([stream, { index, leafHash }]) => ({
      key: mapKey(sha256, stream),
      value: logMapValue(sha256, index, leafHash),
    })),
  });
  return {
    institution,
    from: log.published?.size ?? 0,
    tree: { size, root, mapRoot: map.root, frontier },
    mapTiles: map.tiles,
  };
}

/** A file that was published with other bytes is damage of its log, and of no other. */
async function create(
  tiles: TileStore,
  institution: string,
  { path, bytes }: { path: string; bytes: Uint8Array },
): Promise<void> {
  const created = await tiles.create(`${logFolder(institution)}/${path}`, bytes);
  if (created === "conflict") {
    throw new LogDamage(institution, `\`${path}\` was published with other bytes`);
  }
}

/** Writes the bundles and re-reads them, so that what is served hashes to what was recorded. */
async function writeBundles(
  tiles: TileStore,
  institution: string,
  entries: readonly StoredEntry[],
): Promise<void> {
  for (let i = 0; i < entries.length; i += TILE_WIDTH) {
    const group = entries.slice(i, i + TILE_WIDTH);
    const first = group[0]?.index ?? 0;
    const index = Math.floor(first / TILE_WIDTH);
    const path = tilePath({ level: "entries", index, width: group.length });
    const bundle = encodeEntryBundle(group.map(({ entry }) => Buffer.from(entry)));
    await create(tiles, institution, { path, bytes: bundle });
    const stored = await tiles.read(`${logFolder(institution)}/${path}`);
    const read = stored === null ? null : decodeEntryBundle(stored, group.length);
    group.forEach(({ index: leaf, leafHash }, n) => {
      const bytes = read?.[n];
      if (bytes === undefined || !bytesEqual(hashLeaf(sha256, bytes), leafHash)) {
        throw new LogDamage(institution, `entry ${leaf} does not hash to its leaf hash`);
      }
    });
  }
}

/**
 * The new root by two ways, the appender's frontier and the stored tiles, and its consistency with
 * the old one.
 */
async function checkedRoot(
  tiles: TileStore,
  log: PendingLog,
  leafHashes: readonly Hash[],
): Promise<{ root: Hash; frontier: Uint8Array }> {
  const { institution, size, published } = log;
  const frontier = parseFrontier(published?.size ?? 0, published?.frontier ?? new Uint8Array());
  for (const leafHash of leafHashes) appendToFrontier(sha256, frontier, leafHash);
  const serialized = serializeFrontier(frontier);
  if (!bytesEqual(serialized, log.frontier)) {
    throw new LogDamage(institution, "the recorded frontier is not that of the entries");
  }
  const root = frontierRoot(sha256, frontier);
  const tree = publishedTree(tiles, institution, size);
  if (!bytesEqual(root, await rootFromTiles(tree))) {
    throw new LogDamage(institution, "the tiles do not lead to the root of the entries");
  }
  if (published !== null && published.size > 0) {
    const proof = await consistencyProof(tree, published.size);
    const old = { size1: published.size, root1: published.root };
    if (!verifyConsistency(sha256, { ...old, size2: size, root2: root, proof })) {
      throw new LogDamage(institution, `size ${size} does not extend size ${published.size}`);
    }
  }
  return { root, frontier: serialized };
}
