import { TILE_WIDTH } from "@suzheng/merkle";
import type { FsckLeaves, FsckLog } from "../../../application/fsck.ts";
import type { TileStore } from "../../../application/ledger/tile-store.ts";
import { type Damages, hex } from "../damages.ts";
import {
  checkPartials,
  checkTile,
  FILE_MEMORY_BYTES,
  type FileScope,
  type PageRange,
} from "./check-files.ts";
import { type GrowingTree, growTree, type WholeTile } from "./grow-tree.ts";

/** What is read of a log in the order of its entries. */
export type Leaves<Page extends FsckLeaves> = {
  pages(log: string): AsyncIterable<Page> | Iterable<Page>;
  /** The leaf that counts. */
  leafOf(scope: FileScope, page: Page, row: number): Uint8Array | Promise<Uint8Array>;
  /** The range is what stands in one bundle. */
  checkBundle(scope: FileScope, range: PageRange<Page>): Promise<void>;
};

export type EntriesScope<Page extends FsckLeaves> = {
  leaves: Leaves<Page>;
  tiles: TileStore;
  damages: Damages;
  log: FsckLog;
  /** Size for which bundles and tiles have been written. */
  filesSize: number;
  /** Sizes at which somebody stated the root. */
  rootsWanted: ReadonlySet<number>;
  onEntries(page: Page): void | Promise<void>;
};

export type CheckedEntries = {
  entries: number;
  /** Root at each of the sizes wanted, as far as the log reaches. */
  roots: Map<number, Buffer>;
  root: Buffer;
};

type Walk<Page extends FsckLeaves> = EntriesScope<Page> & {
  tree: GrowingTree;
  whole: WholeTile[];
  fileMemory: Buffer;
  next: number;
  roots: Map<number, Buffer>;
};

/** Every entry in its order: contiguous, and as published in bundles and tiles. */
export async function checkEntries<Page extends FsckLeaves>(
  scope: EntriesScope<Page>,
): Promise<CheckedEntries> {
  const { leaves, log, damages } = scope;
  const whole: WholeTile[] = [];
  const tree = growTree((tile) => whole.push(tile));
  const fileMemory = Buffer.allocUnsafe(FILE_MEMORY_BYTES);
  const walk: Walk<Page> = { ...scope, tree, whole, fileMemory, next: 0, roots: new Map() };
  noteRoot(walk);
  for await (const page of leaves.pages(log.log)) {
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

async function finish<Page extends FsckLeaves>(walk: Walk<Page>): Promise<CheckedEntries> {
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
  return { entries: walk.next, roots: walk.roots, root };
}

/** False when nothing after this page can be checked. */
async function takePage<Page extends FsckLeaves>(walk: Walk<Page>, page: Page): Promise<boolean> {
  let bundleFrom = 0;
  for (let row = 0; row < page.count; row++) {
    if (page.index(row) !== walk.next) {
      const expected = `entry ${walk.next}`;
      const found = `entry ${page.index(row)}`;
      walk.damages.add("entry-gap", { log: walk.log.log, where: expected, expected, found });
      return false;
    }
    const leaf = walk.leaves.leafOf(walk, page, row);
    // Waiting for each would cost more than hashing it.
    walk.tree.append(leaf instanceof Uint8Array ? leaf : await leaf);
    walk.next += 1;
    if (isWatched(walk)) await checkSize(walk, { page, from: bundleFrom, to: row + 1 });
    if (walk.next % TILE_WIDTH === 0) bundleFrom = row + 1;
  }
  return true;
}

const isWatched = <Page extends FsckLeaves>({ next, log, filesSize, rootsWanted }: Walk<Page>) =>
  next % TILE_WIDTH === 0 ||
  next === filesSize ||
  next === log.published?.size ||
  rootsWanted.has(next);

/** What has to hold at this size; the range is what stands in its last bundle. */
async function checkSize<Page extends FsckLeaves>(
  walk: Walk<Page>,
  range: PageRange<Page>,
): Promise<void> {
  const { log, tree, filesSize, next: size } = walk;
  noteRoot(walk);
  if (size === log.published?.size) checkPublishedFrontier(walk);
  const isWhole = size % TILE_WIDTH === 0;
  if (size === filesSize || (isWhole && size < filesSize)) {
    await walk.leaves.checkBundle(walk, range);
  }
  if (size === filesSize) await checkPartials(walk, { size, partials: tree.partials() });
}

type Grown = Pick<Walk<FsckLeaves>, "log" | "damages" | "tree" | "next" | "rootsWanted" | "roots">;

function checkPublishedFrontier({ log, damages, tree }: Grown): void {
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

function noteRoot({ next, rootsWanted, roots, tree }: Grown): void {
  if (rootsWanted.has(next)) roots.set(next, Buffer.from(tree.root()));
}

async function checkWholeTiles<Page extends FsckLeaves>(walk: Walk<Page>): Promise<void> {
  for (const tile of walk.whole.splice(0)) {
    const last = (tile.index + 1) * TILE_WIDTH ** (tile.level + 1);
    if (last <= walk.filesSize) await checkTile(walk, tile);
  }
}
