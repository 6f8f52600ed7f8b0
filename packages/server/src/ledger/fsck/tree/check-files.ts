import { hashLeaf, TILE_WIDTH, type TileOrBundle, tilePath } from "@suzheng/merkle";
import type { FsckLeaves, FsckLog, FsckPage } from "../../../application/fsck.ts";
import type { TileStore } from "../../../application/ledger/tile-store.ts";
import { logFolder } from "../../log-files.ts";
import { sha256 } from "../../sha256.ts";
import { type Damages, difference } from "../damages.ts";
import type { WholeTile } from "./grow-tree.ts";

export type FileScope = {
  tiles: TileStore;
  damages: Damages;
  log: FsckLog;
  /** Size for which bundles and tiles have been written. */
  filesSize: number;
  /** What one file is read into; the next one takes its place. */
  fileMemory: Buffer;
};

/** Usual files are read into one memory of this size, larger ones into memory of their own. */
export const FILE_MEMORY_BYTES = 1 << 20;

const LENGTH_BYTES = 2;

/** Rows of one page, from and up to but not including. */
export type PageRange<Page> = { page: Page; from: number; to: number };

const fileOf = (log: string, tile: TileOrBundle) => `${logFolder(log)}/${tilePath(tile)}`;

export const readTile = (
  { tiles, log, fileMemory }: FileScope,
  tile: TileOrBundle,
): Promise<Uint8Array | null> => tiles.read(fileOf(log.log, tile), fileMemory);

/**
 * A tile may be served by its whole successor, C2SP tlog-tiles: then the partial one may be gone.
 */
async function readServed(scope: FileScope, tile: TileOrBundle): Promise<Uint8Array | null> {
  const exact = await readTile(scope, tile);
  if (exact !== null || tile.width === TILE_WIDTH) return exact;
  return readTile(scope, { ...tile, width: TILE_WIDTH });
}

export async function checkTile(
  scope: FileScope,
  { level, index, bytes }: WholeTile,
): Promise<void> {
  const tile = { level, index, width: TILE_WIDTH };
  compare(scope, { tile, expected: bytes, found: await readTile(scope, tile) });
}

/** The partial tiles of the published size. */
export async function checkPartials(
  scope: FileScope,
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
  { damages, log }: FileScope,
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

/** The bundle against the entries' own bytes, without making it again. */
export async function checkBundle(scope: FileScope, range: PageRange<FsckPage>): Promise<void> {
  const tile = bundleAt(range);
  const found = await readServed(scope, tile);
  const bundle = found === null ? null : bufferOf(found);
  if (bundle !== null && isBundleOf(bundle, range)) return;
  compare(scope, { tile, expected: bundleOf(range), found });
}

/** The bundle by the leaf hashes of what it holds; what differs is told by the entries' bytes. */
export async function checkBundleLeaves(
  scope: FileScope,
  range: PageRange<FsckLeaves>,
): Promise<void> {
  const tile = bundleAt(range);
  const found = await readServed(scope, tile);
  if (found !== null && isBundleOfLeaves(bufferOf(found), range)) return;
  const [expected, other] = ["the entries of these leaves", "others"];
  scope.damages.add("bundle", {
    log: scope.log.log,
    where: tilePath(tile),
    expected,
    found: other,
  });
}

const bundleAt = ({ page, from, to }: PageRange<FsckLeaves>): TileOrBundle => ({
  level: "entries",
  index: Math.floor(page.index(from) / TILE_WIDTH),
  width: to - from,
});

const bufferOf = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, length);

function isBundleOfLeaves(bundle: Buffer, { page, from, to }: PageRange<FsckLeaves>): boolean {
  let at = 0;
  for (let row = from; row < to; row++) {
    const start = at + LENGTH_BYTES;
    if (start > bundle.length) return false;
    at = start + bundle.readUInt16BE(at);
    if (at > bundle.length) return false;
    if (!page.leafHash(row).equals(hashLeaf(sha256, bundle.subarray(start, at)))) return false;
  }
  return isWholeBundle(bundle, { at, count: to - from });
}

/** A whole bundle may stand for a partial one. */
const isWholeBundle = (bundle: Buffer, { at, count }: { at: number; count: number }): boolean =>
  at === bundle.length || count < TILE_WIDTH;

function isBundleOf(bundle: Buffer, { page, from, to }: PageRange<FsckPage>): boolean {
  let at = 0;
  for (let row = from; row < to; row++) {
    const entry = page.entry(row);
    const end = at + LENGTH_BYTES + entry.length;
    if (end > bundle.length || bundle.readUInt16BE(at) !== entry.length) return false;
    if (bundle.compare(entry, 0, entry.length, at + LENGTH_BYTES, end) !== 0) return false;
    at = end;
  }
  return isWholeBundle(bundle, { at, count: to - from });
}

function bundleOf({ page, from, to }: PageRange<FsckPage>): Buffer {
  const parts: Buffer[] = [];
  for (let row = from; row < to; row++) {
    const entry = page.entry(row);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt16BE(entry.length % 0x10000);
    parts.push(length, entry);
  }
  return Buffer.concat(parts);
}
