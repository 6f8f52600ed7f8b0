import { assert } from "./assert.ts";
import type { Frontier } from "./frontier.ts";
import { emptyRoot, type Hash } from "./hash.ts";
import { type Range, rangeHashes, type StoredTree } from "./tree-nodes.ts";
import { assertLeafIndex, splitPoint } from "./units.ts";

/** Inclusion proofs, leaf to root, for many leaves of one tree; each tile is read once. */
export async function inclusionProofs(
  tree: StoredTree,
  indexes: readonly number[],
): Promise<Hash[][]> {
  const paths = indexes.map((index) => inclusionRanges(index, tree.size));
  const hashes = await rangeHashes(tree, paths.flat());
  let taken = 0;
  return paths.map((path) => {
    const from = taken;
    taken += path.length;
    return hashes.slice(from, taken);
  });
}

export async function inclusionProof(tree: StoredTree, index: number): Promise<Hash[]> {
  const [proof] = await inclusionProofs(tree, [index]);
  assert(proof !== undefined, "one proof for one leaf");
  return proof;
}

/**
 * Proof that the tree of `tree.size` begins with the tree of `size1` (1 or more), RFC 6962 §2.1.2.
 */
export async function consistencyProof(tree: StoredTree, size1: number): Promise<Hash[]> {
  assert(size1 >= 1 && size1 <= tree.size, "consistency is proven from a size of 1 or more");
  return rangeHashes(tree, consistencyRanges(size1, tree.size));
}

/** The root recomputed from stored tiles. */
export async function rootFromTiles(tree: StoredTree): Promise<Hash> {
  if (tree.size === 0) return emptyRoot(tree.sha256);
  const [root] = await rangeHashes(tree, [{ begin: 0, end: tree.size }]);
  assert(root !== undefined, "one hash for one range");
  return root;
}

/** The frontier of the stored tree, to go on appending. */
export async function frontierFromTiles(tree: StoredTree): Promise<Frontier> {
  const ranges: Range[] = [];
  let begin = 0;
  for (let power = 2 ** 52; power >= 1; power /= 2) {
    if (begin + power > tree.size) continue;
    ranges.push({ begin, end: begin + power });
    begin += power;
  }
  return { size: tree.size, hashes: await rangeHashes(tree, ranges) };
}

/** Sibling ranges from the leaf up; PATH(m, D[n]) of RFC 6962 §2.1.1. */
function inclusionRanges(index: number, size: number): Range[] {
  assertLeafIndex(index, size);
  const siblings: Range[] = [];
  let begin = 0;
  let end = size;
  while (end - begin > 1) {
    const middle = begin + splitPoint(end - begin);
    if (index < middle) {
      siblings.push({ begin: middle, end });
      end = middle;
    } else {
      siblings.push({ begin, end: middle });
      begin = middle;
    }
  }
  return siblings.reverse();
}

/** PROOF(m, D[n]) of RFC 6962 §2.1.2. */
function consistencyRanges(size1: number, size2: number): Range[] {
  const siblings: Range[] = [];
  let begin = 0;
  let end = size2;
  while (end > size1) {
    const middle = begin + splitPoint(end - begin);
    if (size1 <= middle) {
      siblings.push({ begin: middle, end });
      end = middle;
    } else {
      siblings.push({ begin, end: middle });
      begin = middle;
    }
  }
  // The old tree as a whole is known to the verifier; a part of it is not.
  if (begin > 0) siblings.push({ begin, end });
  return siblings.reverse();
}
