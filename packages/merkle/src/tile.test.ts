import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { appendToFrontier, emptyFrontier, frontierRoot } from "./frontier.ts";
import { leafHashes, sha256 } from "./node-sha256.fixture.ts";
import { rootFromTiles } from "./prove.ts";
import { tileStore } from "./stored-tree.fixture.ts";
import { parseTilePath, type TileOrBundle, tilePath, tilesChanged, tilesOfSize } from "./tile.ts";

/** Full tiles by level and the width of each level's partial tile, C2SP tlog-tiles. */
const FILE_SETS = [
  { size: 0, full: [], partial: [] },
  { size: 1, full: [0], partial: [1] },
  { size: 2, full: [0], partial: [2] },
  { size: 255, full: [0], partial: [255] },
  { size: 256, full: [1, 0], partial: [0, 1] },
  { size: 257, full: [1, 0], partial: [1, 1] },
  { size: 65_535, full: [255, 0], partial: [255, 255] },
  { size: 65_536, full: [256, 1, 0], partial: [0, 0, 1] },
  { size: 65_537, full: [256, 1, 0], partial: [1, 0, 1] },
  { size: 70_000, full: [273, 1, 0], partial: [112, 17, 1] },
];

const leaves = leafHashes(70_000);

for (const { size, full, partial } of FILE_SETS) {
  test(`a tree of ${size} leaves has exactly its files`, async () => {
    const expected = full.flatMap((count, level) => [
      ...Array.from({ length: count }, (_, index) => tilePath({ level, index, width: 256 })),
      ...[partial[level] ?? 0]
        .filter((width) => width > 0)
        .map((width) => tilePath({ level, index: count, width })),
    ]);
    assert.deepEqual(tilesOfSize(size).map(tilePath), expected);

    const store = tileStore();
    await store.append(leaves.slice(0, size));
    assert.deepEqual([...store.files.keys()].sort(), [...expected].sort());
    const frontier = emptyFrontier();
    for (const leaf of leaves.slice(0, size)) appendToFrontier(sha256, frontier, leaf);
    const root = await rootFromTiles(store.at(size));
    assert.deepEqual(Buffer.from(root), frontierRoot(sha256, frontier));
  });
}

test("growing in steps writes what changed and ends in the same tiles", async () => {
  const steps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, async (counts) => {
      const grown = tileStore();
      let size = 0;
      for (const count of counts) {
        const before = new Set(grown.files.keys());
        await grown.append(leaves.slice(size, size + count));
        const written = tilesChanged(size, size + count).map(tilePath);
        for (const path of grown.files.keys()) {
          assert.ok(before.has(path) || written.includes(path), path);
        }
        size += count;
      }
      const whole = tileStore();
      await whole.append(leaves.slice(0, size));
      for (const [path, bytes] of whole.files) assert.deepEqual(grown.files.get(path), bytes);
    }),
    { numRuns: 40 },
  );
});

const PATHS: { path: string; tile: TileOrBundle }[] = [
  { path: "tile/0/x001/x234/067", tile: { level: 0, index: 1_234_067, width: 256 } },
  { path: "tile/63/000.p/255", tile: { level: 63, index: 0, width: 255 } },
  { path: "tile/entries/x001/000.p/1", tile: { level: "entries", index: 1000, width: 1 } },
  {
    path: "tile/0/x009/x007/x199/x254/x740/991",
    tile: { level: 0, index: Number.MAX_SAFE_INTEGER, width: 256 },
  },
];

for (const { path, tile } of PATHS) {
  test(`${path} is written and read`, () => {
    assert.equal(tilePath(tile), path);
    assert.deepEqual(parseTilePath(path), tile);
  });
}

const REFUSED = [
  "tile/64/000",
  "tile/00/000",
  "tile/-1/000",
  "tile/0/0",
  "tile/0/0000",
  "tile/0/x000/001",
  "tile/0/001/002",
  "tile/0/x001",
  "tile/0/000.p/0",
  "tile/0/000.p/01",
  "tile/0/000.p/256",
  "tile/0/000.p/",
  "tile/0/000/",
  "tile/0/000\n",
  "tile/data/000",
  "/tile/0/000",
  "tile/0/x009/x007/x199/x254/x740/992",
  "tile/0/x999/x999/x999/x999/x999/999",
  "tile/0/x001/x000/x000/x000/x000/x000/000",
  "",
];

for (const path of REFUSED) {
  test(`\`${JSON.stringify(path)}\` is no tile path`, () => {
    assert.equal(parseTilePath(path), null);
  });
}

test("every tile has one path", () => {
  const level = fc.oneof(fc.constant("entries" as const), fc.integer({ min: 0, max: 63 }));
  const index = fc.maxSafeNat();
  const width = fc.integer({ min: 1, max: 256 });
  fc.assert(
    fc.property(fc.record({ level, index, width }), (tile) => {
      assert.deepEqual(parseTilePath(tilePath(tile)), { ...tile });
    }),
  );
});
