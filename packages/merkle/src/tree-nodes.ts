import { assert } from "./assert.ts";
import { foldRight } from "./frontier.ts";
import { HASH_BYTES, type Hash, hashNode, type Sha256 } from "./hash.ts";
import { TILE_WIDTH, type Tile, tileInTree } from "./tile.ts";
import { half, isOdd } from "./units.ts";

/**
 * Reads tiles of one tree size, in the order asked. For a partial tile the full one may be
 * returned: only its first `width` hashes are used.
 */
export type ReadTiles = (tiles: readonly Tile[]) => Promise<readonly Uint8Array[]>;

/** A stored tree, seen at one size. Everything read is anchored to that size. */
export type StoredTree = { sha256: Sha256; size: number; readTiles: ReadTiles };

/** Leaves from begin up to, not including, end. */
export type Range = { begin: number; end: number };

/** A perfect subtree: 2^level leaves from leaf index · 2^level. */
type TreeNode = { level: number; index: number };

const LEVELS_PER_TILE = 8;

/** Hashes of leaf ranges as they occur in proofs; each tile is read once for the whole call. */
export async function rangeHashes(tree: StoredTree, ranges: readonly Range[]): Promise<Hash[]> {
  const subtrees = ranges.map(perfectSubtrees);
  const hashes = await nodeHashes(tree, subtrees.flat());
  return subtrees.map((nodes) => {
    const hash = foldRight(
      tree.sha256,
      nodes.map((node) => hashes.get(nodeKey(node)) as Hash), // nodeHashes answers for every node
    );
    assert(hash !== null, "a range is not empty");
    return hash;
  });
}

/** The range cut into perfect subtrees, left to right. */
export function perfectSubtrees({ begin, end }: Range): TreeNode[] {
  const nodes: TreeNode[] = [];
  let at = begin;
  while (at < end) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= end) {
      width *= 2;
      level += 1;
    }
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

const nodeKey = ({ level, index }: TreeNode): string => `${level}/${index}`;

async function nodeHashes(tree: StoredTree, nodes: TreeNode[]): Promise<Map<string, Hash>> {
  const wanted = new Map<string, Tile>();
  for (const node of nodes) wanted.set(nodeKey(tileOf(node)), tileInTree(tree.size, tileOf(node)));
  const tiles = [...wanted.values()];
  const contents = await tree.readTiles(tiles);
  assert(contents.length === tiles.length, "one answer for each tile");
  const bytesOf = new Map(tiles.map((tile, i) => [nodeKey(tile), checkedBytes(tile, contents[i])]));

  const hashes = new Map<string, Hash>();
  for (const node of nodes) {
    const key = nodeKey(node);
    if (hashes.has(key)) continue;
    const bytes = bytesOf.get(nodeKey(tileOf(node))) as Uint8Array; // read above
    hashes.set(key, hashInTile(tree.sha256, node, bytes));
  }
  return hashes;
}

function checkedBytes(tile: Tile, bytes: Uint8Array | undefined): Uint8Array {
  assert(
    bytes !== undefined && bytes.length >= tile.width * HASH_BYTES,
    `tile ${tile.level}/${tile.index} has ${tile.width} hashes`,
  );
  return bytes;
}

/** The tile whose hashes lie under the node. */
function tileOf({ level, index }: TreeNode): TreeNode {
  const inner = 2 ** (level % LEVELS_PER_TILE);
  return {
    level: Math.floor(level / LEVELS_PER_TILE),
    index: Math.floor((index * inner) / TILE_WIDTH),
  };
}

function hashInTile(sha256: Sha256, { level, index }: TreeNode, bytes: Uint8Array): Hash {
  const count = 2 ** (level % LEVELS_PER_TILE);
  const first = (index * count) % TILE_WIDTH;
  return tileRoot(sha256, bytes.subarray(first * HASH_BYTES, (first + count) * HASH_BYTES));
}

/** Root over hashes that follow one another, 32 bytes each; any number from 1. */
export function tileRoot(sha256: Sha256, bytes: Uint8Array): Hash {
  assert(bytes.length >= HASH_BYTES && bytes.length % HASH_BYTES === 0, "a tile is whole hashes");
  let hashes: Hash[] = [];
  for (let at = 0; at < bytes.length; at += HASH_BYTES) {
    hashes.push(bytes.subarray(at, at + HASH_BYTES));
  }
  while (hashes.length > 1) hashes = levelAbove(sha256, hashes);
  return (hashes[0] as Hash).slice(); // one is left; a copy, so that the tile can be released
}

/** A last hash without partner moves up unchanged: that is RFC 6962's split, bottom up. */
function levelAbove(sha256: Sha256, hashes: Hash[]): Hash[] {
  const above: Hash[] = [];
  for (let i = 0; i < half(hashes.length); i++) {
    above.push(hashNode(sha256, hashes[2 * i] as Hash, hashes[2 * i + 1] as Hash));
  }
  if (isOdd(hashes.length)) above.push(hashes[hashes.length - 1] as Hash);
  return above;
}
