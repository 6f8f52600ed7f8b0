import { hashLeaf, TILE_WIDTH } from "@suzheng/merkle";
import type { FsckLog, FsckPage, FsckSnapshot } from "../../application/fsck.ts";
import type { TileStore } from "../../application/tile-store.ts";
import { sha256 } from "../sha256.ts";
import {
  BUNDLE_MEMORY_BYTES,
  checkBundle,
  checkPartials,
  checkTile,
  type PageRange,
  readTile,
} from "./check-files.ts";
import { type Damages, hex } from "./damages.ts";
import { type GrowingTree, growTree, type WholeTile } from "./grow-tree.ts";

export type EntriesScope = {
  snapshot: Pick<FsckSnapshot, "entries">;
  tiles: TileStore;
  damages: Damages;
  log: FsckLog;
  /** Size for which bundles and tiles have been written. */
  filesSize: number;
  /** Sizes at which somebody stated the root. */
  rootsWanted: ReadonlySet<number>;
  onEntries(page: FsckPage): void | Promise<void>;
};

export type CheckedEntries = {
  entries: number;
  bytes: number;
  /** Root at each of the sizes wanted, as far as the log reaches. */
  roots: Map<number, Buffer>;
  root: Buffer;
};

type Walk = EntriesScope & {
  tree: GrowingTree;
  whole: WholeTile[];
  bundleMemory: Buffer;
  next: number;
  bytes: number;
  roots: Map<number, Buffer>;
};

/**
 * Every entry in its order: contiguous, hashing to its leaf hash, and as published in bundles and
 * tiles.
 */
export async function checkEntries(scope: EntriesScope): Promise<CheckedEntries> {
  const { snapshot, log, damages } = scope;
  const whole: WholeTile[] = [];
  const tree = growTree((tile) => whole.push(tile));
  const bundleMemory = Buffer.allocUnsafe(BUNDLE_MEMORY_BYTES);
  const begun = { tree, whole, bundleMemory, next: 0, bytes: 0, roots: new Map() };
  const walk: Walk = { ...scope, ...begun };
  noteRoot(walk);
  for await (const page of snapshot.entries(log.log)) {
    if (!(await takePage(walk, page))) return finish(walk);
    await scope.onEntries(page);
    await checkWholeTiles(walk);
  }
  if (walk.next !== log.size) {
    damages.add("log-head", {
      log: log.log,
      where: "logs.size",
      expected: String(walk.next),
      found: String(log.size),
    });
  } else if (!tree.frontier().equals(log.frontier)) {
    damages.add("log-head", {
      log: log.log,
      where: "logs.frontier",
      expected: hex(tree.frontier()),
      found: hex(log.frontier),
    });
  }
  return finish(walk);
}

async function finish(walk: Walk): Promise<CheckedEntries> {
  await checkWholeTiles(walk);
  if (walk.next < (walk.log.published?.size ?? 0)) {
    walk.damages.add("published-tree", {
      log: walk.log.log,
      where: "published.size",
      expected: `at most ${walk.next}`,
      found: String(walk.log.published?.size),
    });
  }
  const root = Buffer.from(walk.tree.root());
  return { entries: walk.next, bytes: walk.bytes, roots: walk.roots, root };
}

/** False when nothing after this page can be checked. */
async function takePage(walk: Walk, page: FsckPage): Promise<boolean> {
  let bundleFrom = 0;
  for (let row = 0; row < page.count; row++) {
    if (page.index(row) !== walk.next) {
      const expected = `entry ${walk.next}`;
      const found = `entry ${page.index(row)}`;
      walk.damages.add("entry-gap", { log: walk.log.log, where: expected, expected, found });
      return false;
    }
    const entry = page.entry(row);
    const hash = hashLeaf(sha256, entry);
    const isSame = page.leafHash(row).equals(hash);
    walk.tree.append(isSame ? hash : await arbitrate(walk, { page, row, hash: Buffer.from(hash) }));
    walk.next += 1;
    walk.bytes += entry.length;
    await checkSize(walk, { page, from: bundleFrom, to: row + 1 });
    if (walk.next % TILE_WIDTH === 0) bundleFrom = row + 1;
  }
  return true;
}

/** What has to hold at this size; the range is what stands in its last bundle. */
async function checkSize(walk: Walk, range: PageRange): Promise<void> {
  const { log, tree, filesSize, next: size } = walk;
  noteRoot(walk);
  if (size === log.published?.size) checkPublishedFrontier(walk);
  const isWhole = size % TILE_WIDTH === 0;
  if (size === filesSize || (isWhole && size < filesSize)) await checkBundle(walk, range);
  if (size === filesSize) await checkPartials(walk, { size, partials: tree.partials() });
}

function checkPublishedFrontier({ log, damages, tree }: Walk): void {
  const found = log.published?.frontier;
  const expected = tree.frontier();
  if (found === undefined || expected.equals(found)) return;
  const where = "published.frontier";
  damages.add("published-tree", {
    log: log.log,
    where,
    expected: hex(expected),
    found: hex(found),
  });
}

function noteRoot({ next, rootsWanted, roots, tree }: Walk): void {
  if (rootsWanted.has(next)) roots.set(next, Buffer.from(tree.root()));
}

/** Where text and column disagree the published tile tells which was changed; the other counts. */
async function arbitrate(
  walk: Walk,
  { page, row, hash }: { page: FsckPage; row: number; hash: Buffer },
): Promise<Uint8Array> {
  const { log, damages } = walk;
  const index = page.index(row);
  const stored = page.leafHash(row);
  const published = await publishedLeaf(walk, index);
  const where = `entry ${index}`;
  if (published?.equals(hash) === true) {
    damages.add("leaf-hash", { log: log.log, where, expected: hex(hash), found: hex(stored) });
    return hash;
  }
  damages.add("entry-text", { log: log.log, where, expected: hex(stored), found: hex(hash) });
  return stored.length === hash.length ? Buffer.from(stored) : hash;
}

async function publishedLeaf(walk: Walk, index: number): Promise<Buffer | null> {
  const size = walk.filesSize;
  if (index >= size) return null;
  const tile = Math.floor(index / TILE_WIDTH);
  const width = Math.min(TILE_WIDTH, size - tile * TILE_WIDTH);
  const bytes = await readTile(walk, { level: 0, index: tile, width });
  if (bytes === null) return null;
  const at = (index % TILE_WIDTH) * 32;
  return Buffer.from(bytes.subarray(at, at + 32));
}

async function checkWholeTiles(walk: Walk): Promise<void> {
  const tiles = walk.whole.splice(0);
  await Promise.all(
    tiles.map(async (tile) => {
      const last = (tile.index + 1) * TILE_WIDTH ** (tile.level + 1);
      if (last <= walk.filesSize) await checkTile(walk, tile);
    }),
  );
}
