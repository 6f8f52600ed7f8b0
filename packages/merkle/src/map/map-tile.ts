import { assert } from "../assert.ts";
import { HASH_BYTES, type Hash, type Sha256 } from "../hash.ts";
import {
  EMPTY_SUBTREE,
  joinSubtrees,
  type MapPair,
  pairSubtree,
  type Subtree,
} from "./map-hash.ts";

/** One of the 16 children of a tile: nothing, a lone pair, or a deeper tile by its hash. */
export type MapSlot =
  | { kind: "empty" }
  /** key ‖ value ‖ pair hash, kept as one piece since most are only copied. */
  | { kind: "pair"; bytes: Uint8Array }
  | { kind: "tile"; hash: Hash };

/** The slots of one nibble prefix, in nibble order: always 16. */
export type MapTile = MapSlot[];

export const SLOTS = 16;
/** Binary levels in a tile. */
export const TILE_BITS = 4;

const EMPTY: MapSlot = { kind: "empty" };
const TAG_EMPTY = 0;
const TAG_PAIR = 1;
const TAG_TILE = 2;
const PAIR_BYTES = 3 * HASH_BYTES;

export const emptyMapTile = (): MapTile => new Array<MapSlot>(SLOTS).fill(EMPTY);

export function pairSlot(sha256: Sha256, pair: MapPair): MapSlot {
  const bytes = new Uint8Array(PAIR_BYTES);
  bytes.set(pair.key);
  bytes.set(pair.value, HASH_BYTES);
  bytes.set(pairSubtree(sha256, pair).hash, 2 * HASH_BYTES);
  return { kind: "pair", bytes };
}

/** The pair in a slot of that kind, as views on the tile it was read from. */
export const slotPair = ({ bytes }: { bytes: Uint8Array }): MapPair => ({
  key: bytes.subarray(0, HASH_BYTES),
  value: bytes.subarray(HASH_BYTES, 2 * HASH_BYTES),
});

/** The nibble of the key that picks the slot in a tile whose prefix has that many nibbles. */
export function keyNibble(key: Hash, depth: number): number {
  const byte = key[depth >> 1] as number; // depth < 64
  return depth % 2 === 0 ? byte >> 4 : byte & 0x0f;
}

/**
 * For each slot a tag byte: 0 nothing; 1 then key, value and pair hash; 2 then the hash of the
 * deeper tile. The pair hash is kept so that a change does not hash its 15 neighbours again.
 */
export function encodeMapTile(tile: MapTile): Uint8Array {
  let length = SLOTS;
  for (const { kind } of tile) {
    length += kind === "pair" ? PAIR_BYTES : kind === "tile" ? HASH_BYTES : 0;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const slot of tile) {
    bytes[at++] = slot.kind === "pair" ? TAG_PAIR : slot.kind === "tile" ? TAG_TILE : TAG_EMPTY;
    if (slot.kind === "empty") continue;
    const content = slot.kind === "pair" ? slot.bytes : slot.hash;
    bytes.set(content, at);
    at += content.length;
  }
  return bytes;
}

/** Throws on anything that `encodeMapTile` does not write: a stored tile is ours. */
export function decodeMapTile(bytes: Uint8Array): MapTile {
  const tile: MapTile = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at++];
    assert(tag === TAG_EMPTY || tag === TAG_PAIR || tag === TAG_TILE, "a slot tag is 0, 1 or 2");
    const from = at;
    if (tag === TAG_EMPTY) tile.push(EMPTY);
    else if (tag === TAG_TILE) {
      at += HASH_BYTES;
      tile.push({ kind: "tile", hash: bytes.subarray(from, at) });
    } else {
      at += PAIR_BYTES;
      tile.push({ kind: "pair", bytes: bytes.subarray(from, at) });
    }
  }
  assert(tile.length === SLOTS && at === bytes.length, "a map tile has 16 slots");
  return tile;
}

/** Subtrees of the tile by binary level: level 0 is its 16 slots, level 4 the tile itself. */
export function tileSubtrees(sha256: Sha256, tile: MapTile): Subtree[][] {
  const levels: Subtree[][] = [tile.map(slotSubtree)];
  for (let level = 0; level < TILE_BITS; level++) {
    const below = levels[level] as Subtree[]; // pushed in the step before
    const above: Subtree[] = [];
    for (let i = 0; i < below.length; i += 2) {
      above.push(joinSubtrees(sha256, below[i] as Subtree, below[i + 1] as Subtree)); // even count
    }
    levels.push(above);
  }
  return levels;
}

export const mapTileHash = (sha256: Sha256, tile: MapTile): Hash =>
  (tileSubtrees(sha256, tile)[TILE_BITS]?.[0] ?? EMPTY_SUBTREE).hash;

function slotSubtree(slot: MapSlot): Subtree {
  switch (slot.kind) {
    case "empty":
      return EMPTY_SUBTREE;
    case "pair":
      return { holds: "one", hash: slot.bytes.subarray(2 * HASH_BYTES) };
    case "tile":
      return { holds: "more", hash: slot.hash };
  }
}
