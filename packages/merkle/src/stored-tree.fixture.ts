import { growTiles } from "./grow-tiles.ts";
import type { Hash } from "./hash.ts";
import { sha256 } from "./node-sha256.fixture.ts";
import { tilePath } from "./tile.ts";
import type { ReadTiles, StoredTree } from "./tree-nodes.ts";

/** A log's tiles in memory, by path, written the way a server does; counts what is read. */
export function tileStore() {
  const files = new Map<string, Uint8Array>();
  const reads: string[] = [];
  let size = 0;
  const readTiles: ReadTiles = async (tiles) =>
    tiles.map((tile) => {
      const path = tilePath(tile);
      reads.push(path);
      const bytes = files.get(path) ?? files.get(tilePath({ ...tile, width: 256 }));
      if (bytes === undefined) throw new Error(`no tile ${path}`);
      return bytes;
    });
  const at = (treeSize: number): StoredTree => ({ sha256, size: treeSize, readTiles });
  return {
    files,
    reads,
    at,
    async append(leafHashes: readonly Hash[]): Promise<void> {
      for (const { tile, bytes } of await growTiles(at(size), leafHashes)) {
        files.set(tilePath(tile), bytes);
      }
      size += leafHashes.length;
    },
  };
}
