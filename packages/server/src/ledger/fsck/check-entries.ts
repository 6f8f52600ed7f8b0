import { hashLeaf, TILE_WIDTH } from "@suzheng/merkle";
import type { FsckEntry, FsckLog, FsckSnapshot } from "../../application/fsck.ts";
import type { TileStore } from "../../application/tile-store.ts";
import { sha256 } from "../sha256.ts";
import { checkBundle, checkPartials, checkTile, readTile } from "./check-files.ts";
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
  onEntries(rows: readonly FsckEntry[]): void | Promise<void>;
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
  next: number;
  bytes: number;
  roots: Map<number, Buffer>;
  /** Rows since the last whole bundle. */
  group: FsckEntry[];
};

/**
 * Every entry in its order: contiguous, hashing to its leaf hash, and as published in bundles and
 * tiles.
 */
export async function checkEntries(scope: EntriesScope): Promise<CheckedEntries> {
  const { snapshot, log, damages } = scope;
  const whole: WholeTile[] = [];
  const tree = growTree((tile) => whole.push(tile));
  const walk: Walk = { ...scope, tree, whole, next: 0, bytes: 0, roots: new Map(), group: [] };
  noteRoot(walk);
  for await (const rows of snapshot.entries(log.log)) {
    for (const row of rows) if (!(await take(walk, row))) return finish(walk);
    await scope.onEntries(rows);
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

/** False when nothing after this row can be checked. */
async function take(walk: Walk, row: FsckEntry): Promise<boolean> {
  const { log, damages, tree } = walk;
  if (row.index !== walk.next) {
    const expected = `entry ${walk.next}`;
    const found = `entry ${row.index}`;
    damages.add("entry-gap", { log: log.log, where: expected, expected, found });
    return false;
  }
  tree.append(await leafOf(walk, row));
  walk.next += 1;
  walk.bytes += row.entry.length;
  walk.group.push(row);
  noteRoot(walk);
  const size = walk.next;
  const { filesSize } = walk;
  if (size % TILE_WIDTH === 0 && size <= filesSize) await checkBundle(walk, walk.group);
  if (size === filesSize) {
    if (size % TILE_WIDTH !== 0) await checkBundle(walk, walk.group);
    await checkPartials(walk, { size, partials: tree.partials() });
  }
  if (size === log.published?.size) checkPublishedFrontier(walk);
  if (size % TILE_WIDTH === 0) walk.group = [];
  return true;
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

/**
 * The leaf hash for the tree; where text and column disagree, the published tile tells which one
 * was changed.
 */
async function leafOf(walk: Walk, row: FsckEntry): Promise<Uint8Array> {
  const hash = Buffer.from(hashLeaf(sha256, row.entry));
  if (hash.equals(row.leafHash)) return hash;
  const { log, damages } = walk;
  const published = await publishedLeaf(walk, row.index);
  const where = `entry ${row.index}`;
  if (published?.equals(hash) === true) {
    damages.add("leaf-hash", {
      log: log.log,
      where,
      expected: hex(hash),
      found: hex(row.leafHash),
    });
    return hash;
  }
  damages.add("entry-text", {
    log: log.log,
    where,
    expected: hex(row.leafHash),
    found: hex(hash),
  });
  return row.leafHash.length === hash.length ? row.leafHash : hash;
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
