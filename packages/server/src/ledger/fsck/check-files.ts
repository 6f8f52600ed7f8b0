import { TILE_WIDTH, type TileOrBundle, tilePath } from "@suzheng/merkle";
import type { FsckLog, FsckPage } from "../../application/fsck.ts";
import type { TileStore } from "../../application/tile-store.ts";
import { logFolder } from "../log-files.ts";
import { type Damages, difference } from "./damages.ts";
import type { WholeTile } from "./grow-tree.ts";

type Scope = { tiles: TileStore; damages: Damages; log: FsckLog };

/** Usual bundles are read into one memory of this size, larger ones into memory of their own. */
export const BUNDLE_MEMORY_BYTES = 1 << 20;

const LENGTH_BYTES = 2;

const fileOf = (log: string, tile: TileOrBundle) => `${logFolder(log)}/${tilePath(tile)}`;

export const readTile = (
  { tiles, log }: Pick<Scope, "tiles" | "log">,
  tile: TileOrBundle,
  memory?: Buffer,
) => tiles.read(fileOf(log.log, tile), memory);

/**
 * A tile may be served by its whole successor, C2SP tlog-tiles: then the partial one may be gone.
 */
async function readServed(
  scope: Scope,
  tile: TileOrBundle,
  memory?: Buffer,
): Promise<Uint8Array | null> {
  const exact = await readTile(scope, tile, memory);
  if (exact !== null || tile.width === TILE_WIDTH) return exact;
  return readTile(scope, { ...tile, width: TILE_WIDTH }, memory);
}

export async function checkTile(scope: Scope, { level, index, bytes }: WholeTile): Promise<void> {
  const tile = { level, index, width: TILE_WIDTH };
  compare(scope, { tile, expected: bytes, found: await readTile(scope, tile) });
}

/** The partial tiles of the published size. */
export async function checkPartials(
  scope: Scope,
  { size, partials }: { size: number; partials: readonly Buffer[] },
): Promise<void> {
  for (const [level, bytes] of partials.entries()) {
    if (bytes.length === 0) continue;
    const levelSize = Math.floor(size / TILE_WIDTH ** level);
    const tile = {
      level,
      index: Math.floor(levelSize / TILE_WIDTH),
      width: levelSize % TILE_WIDTH,
    };
    const found = await readServed(scope, tile);
    const isPartial = found === null || found.length <= bytes.length;
    compare(scope, { tile, expected: bytes, found: isPartial ? found : cut(found, bytes.length) });
  }
}

const cut = (bytes: Uint8Array, length: number): Uint8Array => bytes.subarray(0, length);

function compare(
  { damages, log }: Scope,
  { tile, expected, found }: { tile: TileOrBundle; expected: Buffer; found: Uint8Array | null },
): void {
  if (found !== null && expected.equals(found)) return;
  const kind = tile.level === "entries" ? "bundle" : "tile";
  const how =
    found === null
      ? { expected: `${expected.length} bytes`, found: "no file" }
      : difference(expected, found);
  damages.add(kind, { log: log.log, where: tilePath(tile), ...how });
}

/** Rows of one page, from and up to but not including. */
export type PageRange = { page: FsckPage; from: number; to: number };

/** The bundle against the entries' own bytes, without making it again. */
export async function checkBundle(
  scope: Scope & { bundleMemory: Buffer },
  range: PageRange,
): Promise<void> {
  const { page, from, to } = range;
  const index = Math.floor(page.index(from) / TILE_WIDTH);
  const tile: TileOrBundle = { level: "entries", index, width: to - from };
  const found = await readServed(scope, tile, scope.bundleMemory);
  const bundle = found === null ? null : Buffer.from(found.buffer, found.byteOffset, found.length);
  if (bundle !== null && isBundleOf(bundle, range)) return;
  compare(scope, { tile, expected: bundleOf(range), found });
}

function isBundleOf(bundle: Buffer, { page, from, to }: PageRange): boolean {
  let at = 0;
  for (let row = from; row < to; row++) {
    const entry = page.entry(row);
    const end = at + LENGTH_BYTES + entry.length;
    if (end > bundle.length || bundle.readUInt16BE(at) !== entry.length) return false;
    if (bundle.compare(entry, 0, entry.length, at + LENGTH_BYTES, end) !== 0) return false;
    at = end;
  }
  // A whole bundle may stand for a partial one.
  return at === bundle.length || to - from < TILE_WIDTH;
}

function bundleOf({ page, from, to }: PageRange): Buffer {
  const parts: Buffer[] = [];
  for (let row = from; row < to; row++) {
    const entry = page.entry(row);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt16BE(entry.length % 0x10000);
    parts.push(length, entry);
  }
  return Buffer.concat(parts);
}
