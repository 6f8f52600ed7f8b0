import { assert } from "./assert.ts";
import { concatBytes } from "./bytes.ts";
import { HASH_BYTES, type Hash } from "./hash.ts";
import { TILE_WIDTH, type Tile, tileInTree, tileLevelSize } from "./tile.ts";
import { type StoredTree, tileRoot } from "./tree-nodes.ts";
import { assertTreeSize } from "./units.ts";

export type TileContent = { tile: Tile; bytes: Uint8Array };

/**
 * Contents of every tile, full and partial, that the tree of `tree.size` changes when these leaf
 * hashes are appended; exactly the tiles of `tilesChanged`. Reads only the partial tiles in place.
 */
export async function growTiles(
  tree: StoredTree,
  leafHashes: readonly Hash[],
): Promise<TileContent[]> {
  assertTreeSize(tree.size + leafHashes.length);
  const partials = await readPartials(tree, tree.size + leafHashes.length);
  const contents: TileContent[] = [];
  let added = concatBytes(leafHashes);
  for (let level = 0; added.length > 0; level++) {
    const partial = partials.get(level) ?? new Uint8Array(0);
    const first = Math.floor(tileLevelSize(tree.size, level) / TILE_WIDTH);
    const tiles = cutIntoTiles(concatBytes([partial, added]), { level, first });
    contents.push(...tiles);
    const full = tiles.filter(({ tile }) => tile.width === TILE_WIDTH);
    added = concatBytes(full.map(({ bytes }) => tileRoot(tree.sha256, bytes)));
  }
  return contents;
}

async function readPartials(tree: StoredTree, grown: number): Promise<Map<number, Uint8Array>> {
  const tiles: Tile[] = [];
  for (let level = 0; tileLevelSize(grown, level) > tileLevelSize(tree.size, level); level++) {
    const size = tileLevelSize(tree.size, level);
    if (size % TILE_WIDTH === 0) continue;
    tiles.push(tileInTree(tree.size, { level, index: Math.floor(size / TILE_WIDTH) }));
  }
  const contents = tiles.length === 0 ? [] : await tree.readTiles(tiles);
  return new Map(
    tiles.map(({ level, width }, i) => {
      const bytes = contents[i];
      assert(
        bytes !== undefined && bytes.length >= width * HASH_BYTES,
        `the partial tile of level ${level} has ${width} hashes`,
      );
      return [level, bytes.subarray(0, width * HASH_BYTES)];
    }),
  );
}

function cutIntoTiles(hashes: Uint8Array, at: { level: number; first: number }): TileContent[] {
  const tiles: TileContent[] = [];
  const tileBytes = TILE_WIDTH * HASH_BYTES;
  for (let offset = 0; offset < hashes.length; offset += tileBytes) {
    const bytes = hashes.slice(offset, offset + tileBytes);
    const index = at.first + offset / tileBytes;
    tiles.push({ tile: { level: at.level, index, width: bytes.length / HASH_BYTES }, bytes });
  }
  return tiles;
}
