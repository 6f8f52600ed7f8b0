import assert from "node:assert/strict";
import { test } from "node:test";
import { collectLeaves, inOrderOfLog, type StreamLeaves } from "./stream-leaves.ts";

const hashOf = (index: number) => Buffer.alloc(32, index % 251);

function leavesOf(indexes: readonly number[]): StreamLeaves {
  const collector = collectLeaves();
  for (const index of indexes) collector.add(index, hashOf(index), 0);
  return collector.leaves();
}

const rowsOf = (parts: readonly StreamLeaves[], size: number) =>
  inOrderOfLog(parts, size).flatMap((page) =>
    Array.from({ length: page.count }, (_, row) => [page.index(row), page.leafHash(row)] as const),
  );

test("leaves of streams, some thousands of them, come in the order of the log", () => {
  const size = 10_000;
  const all = Array.from({ length: size }, (_, index) => index);
  const even = leavesOf(all.filter((index) => index % 2 === 0).reverse());
  const odd = leavesOf(all.filter((index) => index % 2 === 1));
  const rows = rowsOf([even, odd], size);
  assert.deepEqual(
    rows.map(([index]) => index),
    all,
  );
  assert.ok(rows.every(([index, hash]) => hash.equals(hashOf(index))));
});

for (const [what, indexes] of [
  ["none has come", [0, 2]],
  ["another has come twice", [0, 2, 2]],
  ["one beyond the end has come instead", [0, 2, 3]],
  ["one before the beginning has come instead", [0, 2, -1]],
] as const) {
  test(`a place without its leaf has no index when ${what}`, () => {
    const rows = rowsOf([leavesOf(indexes)], 3);
    assert.deepEqual(
      rows.map(([index]) => index),
      [0, -1, 2],
    );
  });
}
