import { assert } from "../assert.ts";
import { bytesEqual, compareBytes } from "../bytes.ts";
import { HASH_BYTES, type Hash, hashPair, type Sha256 } from "../hash.ts";

/** Both 32 bytes. */
export type MapPair = { key: Hash; value: Hash };

/** What a subtree holds, as far as its hash depends on it: nothing, a single pair, or more. */
export type Subtree = { holds: "nothing" | "one" | "more"; hash: Hash };

export const KEY_BITS = 256;
const KEY_PREFIX = "suzheng-map/1\n";
const encoder = new TextEncoder();
const LEAF_PREFIX = 0x02;
const BRANCH_PREFIX = 0x03;

/** Hash of a subtree without keys. */
export const EMPTY_SUBTREE: Subtree = { holds: "nothing", hash: new Uint8Array(HASH_BYTES) };

// Reused: hashing is synchronous.
const keyPreimage = new Uint8Array(1024);
/** UTF-8 has at most so many bytes for one unit of UTF-16. */
const UNIT_BYTES_MAX = 3;

/** The place of a stream (or, in the directory's map, of a log) in the map. */
export function mapKey(sha256: Sha256, name: string): Hash {
  const text = KEY_PREFIX + name;
  if (UNIT_BYTES_MAX * text.length > keyPreimage.length) return sha256(encoder.encode(text));
  return sha256(keyPreimage.subarray(0, encoder.encodeInto(text, keyPreimage).written));
}

const valuePreimage = new Uint8Array(8 + HASH_BYTES);
const valueNumbers = new DataView(valuePreimage.buffer);

/** What a log's map says about a stream: SHA-256(u64be(index) ‖ leaf hash) of its newest entry. */
export function logMapValue(sha256: Sha256, index: number, leafHash: Hash): Hash {
  assert(Number.isSafeInteger(index) && index >= 0, "an index is an integer from 0");
  assert(leafHash.length === HASH_BYTES, "a leaf hash is 32 bytes");
  valueNumbers.setUint32(0, Math.floor(index / 2 ** 32));
  valueNumbers.setUint32(4, index % 2 ** 32);
  valuePreimage.set(leafHash, 8);
  return sha256(valuePreimage);
}

/** A single pair has the same hash at every depth. */
export const pairSubtree = (sha256: Sha256, { key, value }: MapPair): Subtree => ({
  holds: "one",
  hash: hashPair(sha256, LEAF_PREFIX, [key, value]),
});

export const hashBranch = (sha256: Sha256, left: Hash, right: Hash): Hash =>
  hashPair(sha256, BRANCH_PREFIX, [left, right]);

/** A lone pair moves up to where a second one joins; nothing is kept of empty sides below. */
export function joinSubtrees(sha256: Sha256, left: Subtree, right: Subtree): Subtree {
  if (left.holds === "nothing" && right.holds !== "more") return right;
  if (right.holds === "nothing" && left.holds !== "more") return left;
  return { holds: "more", hash: hashBranch(sha256, left.hash, right.hash) };
}

/** Bit of the key that decides at this depth; the most significant bit of the first byte is 0. */
export const keyBit = (key: Hash, depth: number): number =>
  ((key[depth >> 3] as number) >> (7 - (depth & 7))) & 1; // depth < 256

/**
 * Reference: the root over all pairs at once, straight from the definition. Later pairs win.
 * Used by tests, fsck and small maps; `updateMap` does the same in steps.
 */
export function mapRoot(sha256: Sha256, pairs: readonly MapPair[]): Hash {
  return subtreeAt(sha256, newestPairs(pairs), 0).hash;
}

/** Sorted by key, one pair for each key: the last one given. */
export function newestPairs(pairs: readonly MapPair[]): MapPair[] {
  for (const { key, value } of pairs) {
    assert(key.length === HASH_BYTES && value.length === HASH_BYTES, "key and value: 32 bytes");
  }
  const sorted = [...pairs].sort((a, b) => compareBytes(a.key, b.key)); // stable
  return sorted.filter(({ key }, i) => {
    const next = sorted[i + 1];
    return next === undefined || !bytesEqual(key, next.key);
  });
}

function subtreeAt(sha256: Sha256, sorted: readonly MapPair[], depth: number): Subtree {
  const [first] = sorted;
  if (first === undefined) return EMPTY_SUBTREE;
  if (sorted.length === 1) return pairSubtree(sha256, first);
  const zeros = sorted.filter(({ key }) => keyBit(key, depth) === 0);
  const left = subtreeAt(sha256, zeros, depth + 1);
  const right = subtreeAt(sha256, sorted.slice(zeros.length), depth + 1);
  return joinSubtrees(sha256, left, right);
}
