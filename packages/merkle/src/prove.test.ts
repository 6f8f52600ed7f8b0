import assert from "node:assert/strict";
import { test } from "node:test";
import { verifyConsistency } from "./consistency.ts";
import { appendToFrontier, emptyFrontier, frontierRoot } from "./frontier.ts";
import { verifyInclusion } from "./inclusion.ts";
import { leafHashes, sha256 } from "./node-sha256.fixture.ts";
import {
  consistencyProof,
  frontierFromTiles,
  inclusionProof,
  inclusionProofs,
  rootFromTiles,
} from "./prove.ts";
import { path, proof, treeHash } from "./reference-tree.fixture.ts";
import { tileStore } from "./stored-tree.fixture.ts";

const leaves = leafHashes(700);

/** A store that published a checkpoint at each of these sizes. */
async function storeOf(...sizes: number[]) {
  const store = tileStore();
  let from = 0;
  for (const size of sizes) {
    await store.append(leaves.slice(from, size));
    from = size;
  }
  return store;
}

test("proofs of every leaf are those of RFC 6962, for every size up to 70", async () => {
  const store = await storeOf(...Array.from({ length: 70 }, (_, i) => i + 1));
  for (let size = 1; size <= 70; size++) {
    const part = leaves.slice(0, size);
    const indexes = part.map((_, index) => index);
    const proofs = await inclusionProofs(store.at(size), indexes);
    assert.deepEqual(
      proofs.map((hashes) => hashes.map((hash) => Buffer.from(hash))),
      indexes.map((index) => path(index, part)),
    );
  }
});

test("proofs between all sizes up to 70 are those of RFC 6962", async () => {
  const store = await storeOf(...Array.from({ length: 70 }, (_, i) => i + 1));
  for (let size2 = 1; size2 <= 70; size2++) {
    for (let size1 = 1; size1 <= size2; size1++) {
      const hashes = await consistencyProof(store.at(size2), size1);
      const expected = proof(size1, leaves.slice(0, size2));
      assert.deepEqual(
        hashes.map((hash) => Buffer.from(hash)),
        expected,
        `${size1} to ${size2}`,
      );
    }
  }
});

test("proofs across tile borders are accepted", async () => {
  const sizes = [255, 256, 257, 511, 512, 513, 700];
  const store = await storeOf(...sizes);
  for (const size of sizes) {
    const root = treeHash(leaves.slice(0, size));
    assert.deepEqual(Buffer.from(await rootFromTiles(store.at(size))), root);
    for (const index of [0, 1, 127, 254, 255, 256, 511, 512, size - 1].filter((i) => i < size)) {
      const leafHash = leaves[index] as Uint8Array;
      const hashes = await inclusionProof(store.at(size), index);
      assert.ok(verifyInclusion(sha256, { index, size, leafHash, proof: hashes, root }));
    }
    for (const size1 of sizes.filter((smaller) => smaller <= size)) {
      const root1 = treeHash(leaves.slice(0, size1));
      const hashes = await consistencyProof(store.at(size), size1);
      const claim = { size1, root1, size2: size, root2: root, proof: hashes };
      assert.ok(verifyConsistency(sha256, claim), `${size1} to ${size}`);
    }
  }
});

test("many proofs of one tree read each tile once", async () => {
  const store = await storeOf(700);
  await inclusionProofs(
    store.at(700),
    Array.from({ length: 60 }, (_, i) => i * 11),
  );
  assert.equal(store.reads.length, new Set(store.reads).size);
  assert.ok(store.reads.length <= 4);
});

test("a full tile serves where the partial one is gone", async () => {
  const store = await storeOf(100, 256, 300);
  store.files.delete("tile/0/000.p/100");
  assert.deepEqual(Buffer.from(await rootFromTiles(store.at(100))), treeHash(leaves.slice(0, 100)));
});

test("a tile that is too short is a fault, not a proof", async () => {
  const store = await storeOf(300);
  store.files.set("tile/0/001.p/44", new Uint8Array(43 * 32));
  await assert.rejects(() => inclusionProof(store.at(300), 0), /44 hashes/);
});

test("the frontier read back from tiles goes on to the same root", async () => {
  for (const size of [0, 1, 255, 256, 300]) {
    const store = await storeOf(...(size === 0 ? [] : [size]));
    const frontier = await frontierFromTiles(store.at(size));
    for (const leaf of leaves.slice(size)) appendToFrontier(sha256, frontier, leaf);
    assert.deepEqual(Buffer.from(frontierRoot(sha256, frontier)), treeHash(leaves));
    assert.equal(emptyFrontier().size, 0);
  }
});
