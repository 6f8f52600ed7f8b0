import { type Hash, mapRoot } from "@suzheng/merkle";
import { sha256 } from "../sha256.ts";

const PAIR_BYTES = 64;
const HASH_BYTES = 32;
const SLOTS = 16;
const LEAF_PREFIX = 0x02;
const BRANCH_PREFIX = 0x03;
const TAG_PAIR = 1;
const TAG_TILE = 2;

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
  if (left.holds === 0 && right.holds < 2) return right;
  if (right.holds === 0 && left.holds < 2) return left;
  return { holds: 2, hash: hashOf(BRANCH_PREFIX, left.hash, right.hash) };
}

type OnTile = (prefix: string, bytes: Buffer) => void;

export type MapTiles = {
  /**
   * Hash of the tile over the range; `onTile` gets the bytes of this tile and of those below it.
   */
  build(range: MapRange, onTile: OnTile): Hash;
  /** Root of a map without keys. */
  emptyRoot: Hash;
  /** The parts of the range by its next nibble. */
  split(range: MapRange): MapRange[];
};

/**
 * The map from its definition, top down over sorted pairs: no tile is read and nothing is changed
 * in steps, unlike in `updateMap`, so that an error in one is seen by the other. Tiles whose hash
 * is known already are not built again.
 */
export function mapTilesOf(sorted: Buffer, known: ReadonlyMap<string, Hash>): MapTiles {
  const nibbleAt = (pair: number, depth: number): number => {
    const byte = sorted[pair * PAIR_BYTES + (depth >> 1)] ?? 0;
    return depth % 2 === 0 ? byte >> 4 : byte & 0x0f;
  };

  function split({ from, to, prefix }: MapRange): MapRange[] {
    const parts: MapRange[] = [];
    for (let nibble = 0, at = from; nibble < SLOTS; nibble++) {
      const start = at;
      while (at < to && nibbleAt(at, prefix.length) === nibble) at += 1;
      parts.push({ from: start, to: at, prefix: prefix + nibble.toString(16) });
    }
    return parts;
  }

  function slotOf(part: MapRange, onTile: OnTile) {
    const count = part.to - part.from;
    if (count === 0) return { subtree: NOTHING, bytes: Buffer.alloc(1) };
    if (count > 1) {
      const hash = known.get(part.prefix) ?? build(part, onTile);
      const bytes = Buffer.concat([Buffer.of(TAG_TILE), hash]);
      return { subtree: { holds: 2 as const, hash }, bytes };
    }
    const pair = sorted.subarray(part.from * PAIR_BYTES, part.to * PAIR_BYTES);
    const hash = hashOf(LEAF_PREFIX, pair.subarray(0, HASH_BYTES), pair.subarray(HASH_BYTES));
    const bytes = Buffer.concat([Buffer.of(TAG_PAIR), pair, hash]);
    return { subtree: { holds: 1 as const, hash }, bytes };
  }

  function build(range: MapRange, onTile: OnTile): Hash {
    const slots = split(range).map((part) => slotOf(part, onTile));
    onTile(range.prefix, Buffer.concat(slots.map(({ bytes }) => bytes)));
    let level: Subtree[] = slots.map(({ subtree }) => subtree);
    while (level.length > 1) {
      level = level.flatMap((left, i) =>
        i % 2 === 0 ? [join(left, level[i + 1] ?? NOTHING)] : [],
      );
    }
    return (level[0] ?? NOTHING).hash;
  }

  return { build, split, emptyRoot: NOTHING.hash };
}
