import assert from "node:assert/strict";
import { test } from "node:test";
import {
  appendToFrontier,
  copyFrontier,
  emptyFrontier,
  frontierRoot,
  parseFrontier,
  serializeFrontier,
} from "./frontier.ts";
import { leafHashes, sha256 } from "./node-sha256.fixture.ts";
import { treeHash } from "./reference-tree.fixture.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

const leaves = leafHashes(300);

test("the root of the frontier is the root of RFC 6962 at every size", () => {
  const frontier = emptyFrontier();
  assert.deepEqual(frontierRoot(sha256, frontier), treeHash([]));
  for (const [i, leaf] of leaves.entries()) {
    appendToFrontier(sha256, frontier, leaf);
    assert.deepEqual(frontierRoot(sha256, frontier), treeHash(leaves.slice(0, i + 1)));
  }
});

test("the empty tree has the root of RFC 6962 section 2.1", () => {
  assert.equal(
    Buffer.from(frontierRoot(sha256, emptyFrontier())).toString("hex"),
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});

test("a frontier survives being written and read at every size", () => {
  const frontier = emptyFrontier();
  for (const leaf of leaves) {
    appendToFrontier(sha256, frontier, leaf);
    const again = parseFrontier(frontier.size, serializeFrontier(frontier));
    assert.deepEqual(hex(frontierRoot(sha256, again)), hex(frontierRoot(sha256, frontier)));
    assert.equal(again.size, frontier.size);
  }
});

test("bytes that do not fit the size are refused", () => {
  assert.throws(() => parseFrontier(3, new Uint8Array(32)), /2 hashes/);
  assert.throws(() => parseFrontier(-1, new Uint8Array(0)));
  assert.throws(() => parseFrontier(2 ** 53, new Uint8Array(32)));
});

test("a copy does not follow its original", () => {
  const frontier = emptyFrontier();
  const copy = copyFrontier(frontier);
  appendToFrontier(sha256, frontier, leaves[0] as Uint8Array);
  assert.deepEqual(copy, emptyFrontier());
});

test("appending carries through sizes beyond 32 bits", () => {
  for (const power of [31, 32, 33, 40, 52]) {
    // 2^power − 1 leaves: one hash per bit, so one more leaf merges them all.
    const frontier = { size: 2 ** power - 1, hashes: leaves.slice(0, power) };
    const root = frontierRoot(sha256, {
      size: 0,
      hashes: [...frontier.hashes, leaves[99] as Uint8Array],
    });
    appendToFrontier(sha256, frontier, leaves[99] as Uint8Array);
    assert.equal(frontier.size, 2 ** power);
    assert.equal(frontier.hashes.length, 1);
    assert.deepEqual(frontierRoot(sha256, frontier), root);
  }
});

test("a tree that is full refuses another leaf", () => {
  const full = { size: Number.MAX_SAFE_INTEGER, hashes: leaves.slice(0, 53) };
  assert.throws(() => appendToFrontier(sha256, full, leaves[0] as Uint8Array), /2\^53/);
});
