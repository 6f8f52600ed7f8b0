import { hashLeaf, TILE_WIDTH } from "@suzheng/merkle";
import type { FsckLeaves, FsckPage, FsckSnapshot } from "../../../application/fsck.ts";
import { sha256 } from "../../sha256.ts";
import { hex } from "../damages.ts";
import type { Leaves } from "./check-entries.ts";
import { checkBundle, checkBundleLeaves, type FileScope, readTile } from "./check-files.ts";

/**
 * The leaf hashes as they stand beside the entries, once these have been hashed: enough to tell
 * that nothing is damaged, not to tell what is.
 */
export const leavesAlone = (pages: readonly FsckLeaves[]): Leaves<FsckLeaves> => ({
  pages: () => pages,
  leafOf: (_, page, row) => page.leafHash(row),
  checkBundle: checkBundleLeaves,
});

/** The leaves hashed from the entries' own texts, and the bundles against these. */
export const leavesOfTexts = (snapshot: Pick<FsckSnapshot, "entries">): Leaves<FsckPage> => ({
  pages: (log) => snapshot.entries(log),
  leafOf(scope, page, row) {
    const hash = hashLeaf(sha256, page.entry(row));
    return page.leafHash(row).equals(hash) ? hash : arbitrate(scope, { page, row, hash });
  },
  checkBundle,
});

/** Where text and column disagree the published tile tells which was changed; the other counts. */
async function arbitrate(
  scope: FileScope,
  { page, row, hash }: { page: FsckPage; row: number; hash: Uint8Array },
): Promise<Uint8Array> {
  const { log, damages } = scope;
  const index = page.index(row);
  const stored = page.leafHash(row);
  const published = await publishedLeaf(scope, index);
  const where = `entry ${index}`;
  if (published?.equals(hash) === true) {
    damages.add("leaf-hash", { log: log.log, where, expected: hex(hash), found: hex(stored) });
    return hash;
  }
  damages.add("entry-text", { log: log.log, where, expected: hex(stored), found: hex(hash) });
  return stored.length === hash.length ? Buffer.from(stored) : hash;
}

async function publishedLeaf(scope: FileScope, index: number): Promise<Buffer | null> {
  const size = scope.filesSize;
  if (index >= size) return null;
  const tile = Math.floor(index / TILE_WIDTH);
  const width = Math.min(TILE_WIDTH, size - tile * TILE_WIDTH);
  const bytes = await readTile(scope, { level: 0, index: tile, width });
  if (bytes === null) return null;
  const at = (index % TILE_WIDTH) * 32;
  return Buffer.from(bytes.subarray(at, at + 32));
}
