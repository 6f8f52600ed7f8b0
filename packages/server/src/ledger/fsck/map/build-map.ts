import { type Hash, mapRoot } from "@suzheng/merkle";
import { sha256 } from "../../sha256.ts";

const PAIR_BYTES = 64;
const HASH_BYTES = 32;
const SLOTS = 16;
const LEAF_PREFIX = 0x02;
const BRANCH_PREFIX = 0x03;
/** Also the tag of a pair in a tile. */
const ONE = 1;
/** Also the tag of a tile below. */
const MORE = 2;

/** docs/formats/map.md: what a subtree holds decides whether it moves up alone. */
type Subtree = { holds: 0 | 1 | 2; hash: Hash };

const NOTHING: Subtree = { holds: 0, hash: mapRoot(sha256, []) };

/** Sorted pairs from `from` up to `to`, all under the nibbles of `prefix`. */
export type MapRange = { from: number; to: number; prefix: string };

const preimage = Buffer.alloc(1 + 2 * HASH_BYTES);

function hashOf(prefix: number, left: Uint8Array, right: Uint8Array): Hash {
  preimage[0] = prefix;
  preimage.set(left, 1);
  preimage.set(right, 1 + HASH_BYTES);
  return sha256(preimage);
}

function join(left: Subtree, right: Subtree): Subtree {
  if (left.holds === 0 && right.holds < MORE) return right;
  if (right.holds === 0 && left.holds < MORE) return left;
  return { holds: MORE, hash: hashOf(BRANCH_PREFIX, left.hash, right.hash) };
}

/** The bytes are good until it returns. */
type OnTile = (prefix: string, bytes: Buffer) => void;

export type MapTiles = {
  /** Hash of the tile over the range; `onTile` gets this tile and those below it, before it. */
  build(range: MapRange, onTile: OnTile): Hash;
  /** The parts of the range by its next nibble. */
  split(range: MapRange): MapRange[];
};

/** What a tile holds under one nibble; the pair where it is a single one. */
type Slot = Subtree & { pair: Uint8Array | null };

const EMPTY_SLOT: Slot = { ...NOTHING, pair: null };

/** A tile in the making: its bytes so far and what its slots hold. */
type Tile = { bytes: Buffer; length: number; slots: Subtree[] };

const startTile = (): Tile => ({
  bytes: Buffer.alloc(SLOTS * (1 + PAIR_BYTES + HASH_BYTES)),
  length: 0,
  slots: [],
});

function addSlot(tile: Tile, slot: Slot): void {
  tile.bytes[tile.length] = slot.holds;
  tile.length += 1;
  tile.slots.push(slot);
  if (slot.pair !== null) addBytes(tile, slot.pair);
  if (slot.holds !== NOTHING.holds) addBytes(tile, slot.hash);
}

function addBytes(tile: Tile, bytes: Uint8Array): void {
  tile.bytes.set(bytes, tile.length);
  tile.length += bytes.length;
}

/** The root over the slots, which are used up. */
function rootOf(slots: Subtree[]): Hash {
  for (let width = slots.length / 2; width >= 1; width /= 2) {
    for (let i = 0; i < width; i++) {
      slots[i] = join(slots[2 * i] ?? NOTHING, slots[2 * i + 1] ?? NOTHING);
    }
  }
  return (slots[0] ?? NOTHING).hash;
}

/**
 * The map from its definition, top down over sorted pairs: no tile is read and nothing is changed
 * in steps, unlike in `updateMap`, so that an error in one is seen by the other. Tiles whose hash
 * is known already are not built again.
 */
export function mapTilesOf(sorted: Buffer, known: ReadonlyMap<string, Hash>): MapTiles {
  /** By depth, each used again for the next tile there. */
  const tiles: Tile[] = [];

  const nibbleAt = (pair: number, depth: number): number => {
    const byte = sorted[pair * PAIR_BYTES + (depth >> 1)] ?? 0;
    return depth % 2 === 0 ? byte >> 4 : byte & 0x0f;
  };

  function split({ from, to, prefix }: MapRange): MapRange[] {
    const parts: MapRange[] = [];
    for (let nibble = 0, at = from; nibble < SLOTS; nibble++) {
      const start = at;
      while (at < to && nibbleAt(at, prefix.length) === nibble) at += 1;
      parts.push({ from: start, to: at, prefix: prefix + nibble.toString(SLOTS) });
    }
    return parts;
  }

  function slotOf(part: MapRange, onTile: OnTile): Slot {
    const count = part.to - part.from;
    if (count === 0) return EMPTY_SLOT;
    if (count > 1) {
      return { holds: MORE, hash: known.get(part.prefix) ?? build(part, onTile), pair: null };
    }
    const pair = sorted.subarray(part.from * PAIR_BYTES, part.to * PAIR_BYTES);
    const hash = hashOf(LEAF_PREFIX, pair.subarray(0, HASH_BYTES), pair.subarray(HASH_BYTES));
    return { holds: ONE, hash, pair };
  }

  function build(range: MapRange, onTile: OnTile): Hash {
    const tile = tiles[range.prefix.length] ?? startTile();
    tiles[range.prefix.length] = tile;
    tile.length = 0;
    tile.slots = [];
    for (const part of split(range)) addSlot(tile, slotOf(part, onTile));
    onTile(range.prefix, tile.bytes.subarray(0, tile.length));
    return rootOf(tile.slots);
  }

  return { build, split };
}
