import { emptyRoot, type Hash, hashNode, TILE_WIDTH } from "@suzheng/merkle";
import { sha256 } from "../../sha256.ts";

const LEVELS_PER_TILE = 8;
const HASH_BYTES = 32;

/** A whole tile, as the tree passes its end. */
export type WholeTile = { level: number; index: number; bytes: Buffer };

/**
 * Grows a tree leaf by leaf and hashes each node once: the nodes at every eighth level are those of
 * the tiles. A second way to the tiles beside `growTiles`, so that an error in one is seen by the
 * other.
 */
export type GrowingTree = {
  readonly size: number;
  append(leafHash: Hash): void;
  /** Root over what was appended so far. */
  root(): Hash;
  /** Perfect subtrees, largest first, one after the other. */
  frontier(): Buffer;
  /** Contents of the partial tile at each level, lowest first; empty where there is none. */
  partials(): Buffer[];
};

export function growTree(onTile: (tile: WholeTile) => void): GrowingTree {
  let size = 0;
  /** By binary level: a perfect subtree that waits for its right neighbour. */
  const waiting: (Hash | undefined)[] = [];
  const tiles: { bytes: Buffer; width: number; index: number }[] = [];

  function addToTile(level: number, hash: Hash): void {
    let tile = tiles[level];
    if (tile === undefined) {
      tile = { bytes: Buffer.alloc(TILE_WIDTH * HASH_BYTES), width: 0, index: 0 };
      tiles[level] = tile;
    }
    tile.bytes.set(hash, tile.width * HASH_BYTES);
    tile.width += 1;
    if (tile.width < TILE_WIDTH) return;
    onTile({ level, index: tile.index, bytes: tile.bytes });
    tiles[level] = {
      bytes: Buffer.alloc(TILE_WIDTH * HASH_BYTES),
      width: 0,
      index: tile.index + 1,
    };
  }

  return {
    get size() {
      return size;
    },
    append(leafHash) {
      addToTile(0, leafHash);
      let node = leafHash;
      let level = 0;
      for (let left = waiting[0]; left !== undefined; left = waiting[level]) {
        node = hashNode(sha256, left, node);
        waiting[level] = undefined;
        level += 1;
        if (level % LEVELS_PER_TILE === 0) addToTile(level / LEVELS_PER_TILE, node);
      }
      waiting[level] = node;
      size += 1;
    },
    root() {
      let root: Hash | null = null;
      for (const left of waiting) {
        if (left !== undefined) root = root === null ? left : hashNode(sha256, left, root);
      }
      return root ?? emptyRoot(sha256);
    },
    frontier: () => Buffer.concat(waiting.filter((hash) => hash !== undefined).reverse()),
    partials: () => tiles.map(({ bytes, width }) => bytes.subarray(0, width * HASH_BYTES)),
  };
}
