import assert from "node:assert/strict";
import { test } from "node:test";
import { verifyConsistency } from "./consistency.ts";
import { type Hash, hashNode } from "./hash.ts";
import { verifyInclusion } from "./inclusion.ts";
import { leafHashes, sha256 } from "./node-sha256.fixture.ts";
import { consistencyProof, inclusionProof, rootFromTiles } from "./prove.ts";
import type { StoredTree } from "./tree-nodes.ts";

const [leaf] = leafHashes(1) as [Hash];

/** A tree in which all leaves are alike: every perfect subtree of a level has one hash. */
const perfect: Hash[] = [leaf];
for (let level = 1; level <= 53; level++) {
  const below = perfect[level - 1] as Hash;
  perfect.push(hashNode(sha256, below, below));
}

const treeOf = (size: number): StoredTree => ({
  sha256,
  size,
  readTiles: async (tiles) =>
    tiles.map(({ level, width }) => {
      const hash = perfect[level * 8] as Hash;
      return Buffer.concat(new Array<Hash>(width).fill(hash));
    }),
});

const SIZES = [2 ** 31 + 1, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 2 ** 40 + 12_345, 2 ** 53 - 1];

for (const size of SIZES) {
  test(`proofs hold in a tree of ${size} leaves`, async () => {
    const root = await rootFromTiles(treeOf(size));
    for (const index of [0, 1, 2 ** 31, Math.floor(size / 3), size - 2, size - 1]) {
      const proof = await inclusionProof(treeOf(size), index);
      const inclusion = { index, size, leafHash: leaf, proof, root };
      assert.ok(verifyInclusion(sha256, inclusion), `leaf ${index}`);
      assert.ok(!verifyInclusion(sha256, { ...inclusion, proof: proof.slice(1) }));
      assert.ok(!verifyInclusion(sha256, { ...inclusion, index: size }));
    }
    for (const size1 of [1, 2 ** 31, 2 ** 31 + 1, Math.floor(size / 3), size - 1, size]) {
      const root1 = await rootFromTiles(treeOf(size1));
      const proof = await consistencyProof(treeOf(size), size1);
      const consistency = { size1, root1, size2: size, root2: root, proof };
      assert.ok(verifyConsistency(sha256, consistency), `from ${size1}`);
      const swapped = { ...consistency, root1: root, root2: root1 };
      assert.equal(verifyConsistency(sha256, swapped), size1 === size);
    }
  });
}
