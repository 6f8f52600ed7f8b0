import { assert } from "../assert.ts";
import { bytesEqual } from "../bytes.ts";
import type { Hash, Sha256 } from "../hash.ts";
import { type MapPair, newestPairs } from "./map-hash.ts";
import {
  decodeMapTile,
  emptyMapTile,
  encodeMapTile,
  keyNibble,
  type MapTile,
  mapTileHash,
  pairSlot,
  slotPair,
} from "./map-tile.ts";

/** Hex nibbles, "" for the root tile. */
export type MapPrefix = string;

/** Stored tiles of these prefixes; those that do not exist are left out. One call per depth. */
export type ReadMapTiles = (prefixes: readonly MapPrefix[]) => Promise<Map<MapPrefix, Uint8Array>>;

export type StoredMap = { sha256: Sha256; readTiles: ReadMapTiles };

export type MapUpdate = {
  root: Hash;
  /** Every tile to write, whole. Tiles are never deleted, since keys never are. */
  tiles: Map<MapPrefix, Uint8Array>;
};

/** Where a tile hangs: its slot in the tile above; the root tile hangs nowhere. */
type Parent = { tile: MapTile; nibble: number } | null;
/** Changes (sorted by key) that fall under one tile. */
type Task = { prefix: MapPrefix; parent: Parent; changes: MapPair[]; stored: boolean };
type Touched = { prefix: MapPrefix; parent: Parent; tile: MapTile };

/**
 * The map after the changes: down level by level, one batched read per level, then hashing upwards.
 * A later change of the same key wins. Nothing is written here.
 */
export async function updateMap(
  map: StoredMap & { changes: readonly MapPair[] },
): Promise<MapUpdate> {
  const levels: Touched[][] = [];
  let tasks: Task[] = [
    { prefix: "", parent: null, changes: newestPairs(map.changes), stored: true },
  ];
  while (tasks.length > 0) {
    const tiles = await loadTiles(map, tasks);
    const below: Task[] = [];
    levels.push(
      tasks.map(({ prefix, parent, changes }, i) => {
        const touched = { prefix, parent, tile: tiles[i] as MapTile }; // one per task
        for (const task of placeChanges(map.sha256, touched, changes)) below.push(task);
        return touched;
      }),
    );
    tasks = below;
  }
  return hashUpwards(map.sha256, levels);
}

async function loadTiles({ readTiles }: StoredMap, tasks: Task[]): Promise<MapTile[]> {
  const prefixes = tasks.filter(({ stored }) => stored).map(({ prefix }) => prefix);
  const stored = prefixes.length === 0 ? new Map() : await readTiles(prefixes);
  return tasks.map((task) => {
    const bytes: Uint8Array | undefined = stored.get(task.prefix);
    assert(
      bytes !== undefined || !task.stored || task.prefix === "",
      `map tile \`${task.prefix}\` is named by its parent, so it exists`,
    );
    return bytes === undefined ? emptyMapTile() : decodeMapTile(bytes);
  });
}

/** Puts the changes into the slots where they fit; returns the tasks for deeper tiles. */
function placeChanges(sha256: Sha256, { prefix, tile }: Touched, changes: MapPair[]): Task[] {
  const tasks: Task[] = [];
  const depth = prefix.length;
  for (let from = 0; from < changes.length; ) {
    const first = changes[from] as MapPair; // inside the bounds of the loop
    const nibble = keyNibble(first.key, depth);
    let to = from + 1;
    while (to < changes.length && keyNibble((changes[to] as MapPair).key, depth) === nibble) to++;
    const group = to - from === changes.length ? changes : changes.slice(from, to);
    from = to;

    const slot = tile[nibble];
    assert(slot !== undefined, "a map tile has 16 slots");
    const child = prefix + nibble.toString(16);
    const parent = { tile, nibble };
    if (slot.kind === "tile") {
      tasks.push({ prefix: child, parent, changes: group, stored: true });
      continue;
    }
    const others = slot.kind === "pair" ? [slotPair(slot)] : [];
    const pairs = others.length === 0 ? group : newestPairs([...others, ...group]);
    const [only] = pairs;
    assert(only !== undefined, "a group has at least one change");
    if (pairs.length === 1) tile[nibble] = pairSlot(sha256, only);
    else tasks.push({ prefix: child, parent, changes: pairs, stored: false });
  }
  return tasks;
}

/** Each touched tile hands its hash to its slot in the tile above, deepest level first. */
function hashUpwards(sha256: Sha256, levels: Touched[][]): MapUpdate {
  const tiles = new Map<MapPrefix, Uint8Array>();
  let root: Hash | null = null;
  for (const { prefix, parent, tile } of levels.toReversed().flat()) {
    const hash = mapTileHash(sha256, tile);
    tiles.set(prefix, encodeMapTile(tile));
    if (parent === null) root = hash;
    else parent.tile[parent.nibble] = { kind: "tile", hash };
  }
  assert(root !== null, "the root tile is always touched");
  return { root, tiles };
}

/** Recomputes one stored tile's hash from its slots; pairs are hashed again. For fsck. */
export function checkMapTile(sha256: Sha256, bytes: Uint8Array): Hash {
  const tile = decodeMapTile(bytes);
  for (const slot of tile) {
    if (slot.kind !== "pair") continue;
    const again = pairSlot(sha256, slotPair(slot));
    assert(
      again.kind === "pair" && bytesEqual(again.bytes, slot.bytes),
      "a pair hash is its pair's",
    );
  }
  return mapTileHash(sha256, tile);
}
