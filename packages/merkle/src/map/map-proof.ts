import { assert } from "../assert.ts";
import { bytesEqual } from "../bytes.ts";
import { HASH_BYTES, type Hash, type Sha256 } from "../hash.ts";
import {
  EMPTY_SUBTREE,
  hashBranch,
  KEY_BITS,
  keyBit,
  type MapPair,
  pairSubtree,
} from "./map-hash.ts";
import {
  decodeMapTile,
  emptyMapTile,
  keyNibble,
  type MapSlot,
  type MapTile,
  slotPair,
  TILE_BITS,
  tileSubtrees,
} from "./map-tile.ts";
import type { StoredMap } from "./update-map.ts";

export type MapProof = {
  /** Hashes of the other side at each branching, from the root down. */
  siblings: Hash[];
  /** Where the path ends: at the key's own pair, at nothing, or at another key's pair. */
  end: "key" | "empty" | MapPair;
};

export type MapClaim = {
  root: Hash;
  key: Hash;
  /** null claims that the key is absent. */
  value: Hash | null;
  proof: MapProof;
};

/** Whether the map of that root holds exactly this value (or nothing) for the key. Never throws. */
export function verifyMapProof(sha256: Sha256, { root, key, value, proof }: MapClaim): boolean {
  const { siblings, end } = proof;
  const others = typeof end === "string" ? [] : [end.key, end.value];
  const hashes = [root, key, ...(value === null ? [] : [value]), ...others, ...siblings];
  if (!hashes.every((hash) => hash.length === HASH_BYTES) || siblings.length > KEY_BITS) {
    return false;
  }
  // Beside nothing or a lone pair there is never an empty side: the pair would stand higher up.
  const last = siblings.at(-1);
  if (last !== undefined && bytesEqual(last, EMPTY_SUBTREE.hash)) return false;

  const start = endHash(sha256, { key, value, proof });
  if (start === null) return false;
  const reached = siblings.reduceRight(
    (hash, sibling, depth) =>
      keyBit(key, depth) === 0
        ? hashBranch(sha256, hash, sibling)
        : hashBranch(sha256, sibling, hash),
    start,
  );
  return bytesEqual(reached, root);
}

/** Hash at the end of the path; null when that end does not support the claim. */
function endHash(sha256: Sha256, { key, value, proof }: Omit<MapClaim, "root">): Hash | null {
  const { end, siblings } = proof;
  if (end === "key") return value === null ? null : pairSubtree(sha256, { key, value }).hash;
  if (value !== null) return null;
  if (end === "empty") return EMPTY_SUBTREE.hash;
  if (bytesEqual(end.key, key)) return null;
  const onPath = siblings.every((_, depth) => keyBit(end.key, depth) === keyBit(key, depth));
  return onPath ? pairSubtree(sha256, end).hash : null;
}

/** Proof of the key's presence or absence. */
export async function proveInMap(map: StoredMap, key: Hash): Promise<MapProof> {
  const [proof] = await proveManyInMap(map, [key]);
  assert(proof !== undefined, "one proof for one key");
  return proof;
}

type Walk = { key: Hash; proof: MapProof; finished: boolean };

/** Proofs for several keys of one state of the map; one batched read per depth. */
export async function proveManyInMap(map: StoredMap, keys: readonly Hash[]): Promise<MapProof[]> {
  const walks = keys.map((key): Walk => {
    assert(key.length === HASH_BYTES, "a key is 32 bytes");
    return { key, proof: { siblings: [], end: "empty" }, finished: false };
  });
  for (let depth = 0; walks.some(({ finished }) => !finished); depth++) {
    const open = walks.filter(({ finished }) => !finished);
    const prefixes = [...new Set(open.map(({ key }) => nibblePrefix(key, depth)))];
    const stored = await map.readTiles(prefixes);
    for (const walk of open) {
      const prefix = nibblePrefix(walk.key, depth);
      const bytes = stored.get(prefix);
      assert(bytes !== undefined || depth === 0, `map tile \`${prefix}\` exists`);
      const tile = bytes === undefined ? emptyMapTile() : decodeMapTile(bytes);
      walkTile(map.sha256, walk, { tile, depth });
    }
  }
  return walks.map(({ proof }) => proof);
}

const nibblePrefix = (key: Hash, nibbles: number): string =>
  Array.from({ length: nibbles }, (_, depth) => keyNibble(key, depth).toString(16)).join("");

/** Goes down the four binary levels of a tile, or stops where one pair or nothing is left. */
function walkTile(sha256: Sha256, walk: Walk, at: { tile: MapTile; depth: number }): void {
  const levels = tileSubtrees(sha256, at.tile);
  const nibble = keyNibble(walk.key, at.depth);
  for (let level = TILE_BITS; level > 0; level--) {
    const here = levels[level]?.[nibble >> level];
    assert(here !== undefined, "a tile has five levels of subtrees");
    if (here.holds !== "more") {
      endWalk(walk, slotsUnder(at.tile, nibble, level));
      return;
    }
    const sibling = levels[level - 1]?.[(nibble >> (level - 1)) ^ 1];
    assert(sibling !== undefined, "a subtree has two sides");
    walk.proof.siblings.push(sibling.hash.slice());
  }
  const slot = at.tile[nibble];
  if (slot?.kind !== "tile") endWalk(walk, slot === undefined ? [] : [slot]);
}

const slotsUnder = (tile: MapTile, nibble: number, level: number): MapSlot[] =>
  tile.slice((nibble >> level) << level, ((nibble >> level) + 1) << level);

function endWalk(walk: Walk, slots: readonly MapSlot[]): void {
  const slot = slots.find(({ kind }) => kind === "pair");
  walk.finished = true;
  if (slot?.kind !== "pair") return;
  const { key, value } = slotPair(slot);
  walk.proof.end = bytesEqual(key, walk.key) ? "key" : { key: key.slice(), value: value.slice() };
}
