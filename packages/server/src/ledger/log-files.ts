import { type ReadTiles, type StoredTree, tilePath } from "@suzheng/merkle";
import type { TileStore } from "../application/tile-store.ts";
import { sha256 } from "./sha256.ts";

/** Folder of a log's published files, also its path in URLs. */
export const logFolder = (log: string): string => `log/${log}`;

function readTilesOf(tiles: TileStore, log: string): ReadTiles {
  return (wanted) =>
    Promise.all(
      wanted.map(async (tile) => {
        const exact = await tiles.read(`${logFolder(log)}/${tilePath(tile)}`);
        const bytes =
          exact ?? (await tiles.read(`${logFolder(log)}/${tilePath({ ...tile, width: 256 })}`));
        if (bytes === null) throw new Error(`\`${log}/${tilePath(tile)}\` is missing`);
        return bytes;
      }),
    );
}

/** The published tree of a log, seen at one size. */
export function publishedTree(tiles: TileStore, log: string, size: number): StoredTree {
  return { sha256, size, readTiles: readTilesOf(tiles, log) };
}
