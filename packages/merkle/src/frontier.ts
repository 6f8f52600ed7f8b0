import { assert } from "./assert.ts";
import { concatBytes } from "./bytes.ts";
import { emptyRoot, HASH_BYTES, type Hash, hashNode, type Sha256 } from "./hash.ts";
import { assertTreeSize, half, isOdd, TREE_SIZE_MAX } from "./units.ts";

/**
 * What an appender has to remember of a tree: its size and the hashes of its perfect subtrees,
 * largest (leftmost) first, one for each bit set in the size. Appending changes it in place.
 */
export type Frontier = { size: number; hashes: Hash[] };

export const emptyFrontier = (): Frontier => ({ size: 0, hashes: [] });

export const copyFrontier = ({ size, hashes }: Frontier): Frontier => ({
  size,
  hashes: [...hashes],
});

/** Adds one leaf hash at index `frontier.size`. */
export function appendToFrontier(sha256: Sha256, frontier: Frontier, leafHash: Hash): void {
  assert(frontier.size < TREE_SIZE_MAX, "a tree holds at most 2^53 − 1 leaves");
  assert(leafHash.length === HASH_BYTES, "a leaf hash is 32 bytes");
  let merged = leafHash;
  for (let size = frontier.size; isOdd(size); size = half(size)) {
    const left = frontier.hashes.pop();
    assert(left !== undefined, "a frontier has one hash per bit of its size");
    merged = hashNode(sha256, left, merged);
  }
  frontier.hashes.push(merged);
  frontier.size += 1;
}

export function frontierRoot(sha256: Sha256, frontier: Frontier): Hash {
  return foldRight(sha256, frontier.hashes) ?? emptyRoot(sha256);
}

/** Hash over perfect subtrees that follow one another, largest first; null for none. */
export function foldRight(sha256: Sha256, hashes: readonly Hash[]): Hash | null {
  let root: Hash | null = null;
  for (let i = hashes.length - 1; i >= 0; i--) {
    const left = hashes[i] as Hash; // inside the bounds of the loop
    root = root === null ? left : hashNode(sha256, left, root);
  }
  return root;
}

/**
 * The hashes one after the other, 32 bytes each, largest subtree first. The size is kept beside.
 */
export const serializeFrontier = (frontier: Frontier): Uint8Array => concatBytes(frontier.hashes);

/** Reads back `serializeFrontier`. Throws when the bytes do not fit the size. */
export function parseFrontier(size: number, bytes: Uint8Array): Frontier {
  assertTreeSize(size);
  let count = 0;
  for (let rest = size; rest > 0; rest = half(rest)) if (isOdd(rest)) count += 1;
  assert(bytes.length === count * HASH_BYTES, `a frontier of size ${size} has ${count} hashes`);
  const hashes = Array.from({ length: count }, (_, i) =>
    bytes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
  return { size, hashes };
}
