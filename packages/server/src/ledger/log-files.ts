import { HASH_BYTES, type ReadTiles, type StoredTree, TILE_WIDTH, tilePath } from "@suzheng/merkle";
import type { TileStore } from "../application/ledger/tile-store.ts";
import { TileMissing } from "./log-damage.ts";
import { sha256 } from "./sha256.ts";

/** Folder of a log's published files, also its path in URLs. */
export const logFolder = (log: string): string => `log/${log}`;

function readTilesOf(tiles: TileStore, log: string): ReadTiles {
  return (wanted) =>
    Promise.all(
      wanted.map(async (tile) => {
        for (const { width } of [tile, { width: TILE_WIDTH }]) {
          const bytes = await tiles.read(`${logFolder(log)}/${tilePath({ ...tile, width })}`);
          if (bytes !== null && bytes.length >= tile.width * HASH_BYTES) return bytes;
        }
        throw new TileMissing(log, tilePath(tile));
      }),
    );
}

/** The published tree of a log, seen at one size. */
export function publishedTree(tiles: TileStore, log: string, size: number): StoredTree {
  return { sha256, size, readTiles: readTilesOf(tiles, log) };
}
