import { assert } from "./assert.ts";
import { assertTreeSize } from "./units.ts";

/** Hashes in a full tile, C2SP tlog-tiles. */
export const TILE_WIDTH = 256;

/**
 * `width` is 256 for a full tile, 1 to 255 for a partial one. `level` is a tile level (8 tree
 * levels).
 */
export type Tile = { level: number; index: number; width: number };

/** Entry bundles have the shape of level 0. */
export type TileOrBundle = { level: number | "entries"; index: number; width: number };

const TILE_LEVEL_MAX = 63;
const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** `tile/0/x001/x234/067.p/8`, C2SP tlog-tiles. */
export function tilePath({ level, index, width }: TileOrBundle): string {
  assert(level === "entries" || (level >= 0 && level <= TILE_LEVEL_MAX), "a level is 0 to 63");
  assert(Number.isSafeInteger(index) && index >= 0, "a tile index is an integer from 0");
  assert(Number.isInteger(width) && width >= 1 && width <= TILE_WIDTH, "a width is 1 to 256");
  let digits = String(index);
  digits = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const groups = digits.match(/\d{3}/g) ?? [];
  const last = groups.pop() ?? "";
  const name = [...groups.map((group) => `x${group}`), last].join("/");
  return `tile/${level}/${name}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

/** Strict: null unless the path is exactly what `tilePath` writes. */
export function parseTilePath(path: string): TileOrBundle | null {
  const match = PATH.exec(path);
  if (match === null) return null;
  const [, levelText = "", name = "", widthText] = match;
  const level = levelText === "entries" ? "entries" : Number(levelText);
  const index = Number(name.replaceAll(/[x/]/g, ""));
  const width = widthText === undefined ? TILE_WIDTH : Number(widthText);
  if (level !== "entries" && level > TILE_LEVEL_MAX) return null;
  if (!Number.isSafeInteger(index) || width > TILE_WIDTH) return null;
  const tile: TileOrBundle = { level, index, width };
  return tilePath(tile) === path ? tile : null;
}

/** How many hashes the tile level holds in a tree of that size; only full tiles roll up. */
export const tileLevelSize = (size: number, level: number): number =>
  Math.floor(size / TILE_WIDTH ** level);

/**
 * Tiles, full and partial, to write when a tree grows from one size to the other; levels upwards.
 */
export function tilesChanged(from: number, to: number): Tile[] {
  assertTreeSize(from);
  assertTreeSize(to);
  assert(from <= to, "a tree never shrinks");
  const tiles: Tile[] = [];
  for (let level = 0; tileLevelSize(to, level) > tileLevelSize(from, level); level++) {
    const before = tileLevelSize(from, level);
    const after = tileLevelSize(to, level);
    for (let index = Math.floor(before / TILE_WIDTH); index * TILE_WIDTH < after; index++) {
      tiles.push({ level, index, width: Math.min(TILE_WIDTH, after - index * TILE_WIDTH) });
    }
  }
  return tiles;
}

/** Every tile that a tree of that size publishes. */
export const tilesOfSize = (size: number): Tile[] => tilesChanged(0, size);

/** The tile at that level and place in a tree of exactly this size: full where it can be. */
export function tileInTree(size: number, at: { level: number; index: number }): Tile {
  const width = Math.min(TILE_WIDTH, tileLevelSize(size, at.level) - at.index * TILE_WIDTH);
  assert(width >= 1, `tile ${at.level}/${at.index} is not in a tree of size ${size}`);
  return { ...at, width };
}
