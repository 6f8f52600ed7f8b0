import type { FsckLeaves, FsckLog, LogVerdict } from "../../../application/fsck.ts";
import { originOf } from "../../sign-checkpoint.ts";
import type { NotedSizes } from "../check-directory.ts";
import { type Damages, hex } from "../damages.ts";
import type { FsckParts } from "../fsck-parts.ts";
import { compareRoot, type FoundCheckpoint, openCheckpoint } from "./check-checkpoint.ts";
import { type CheckedEntries, checkEntries, type Leaves } from "./check-entries.ts";
import { checkKey } from "./check-key.ts";
import { CHECKPOINT_FILE, type Memories } from "./memories.ts";

/** What is looked at besides the entries. */
export type LogScope = {
  parts: FsckParts;
  damages: Damages;
  log: FsckLog;
  memories: Memories;
  noted: NotedSizes;
  filesSize: number;
  /** The published checkpoint has this size or a larger one. */
  signedAtLeast: number;
};

export type TreeScope<Page extends FsckLeaves> = LogScope & {
  leaves: Leaves<Page>;
  onEntries?(page: Page): void | Promise<void>;
};

/** One log's entries, files, published tree, checkpoints and notes. */
export async function checkTree<Page extends FsckLeaves>(
  scope: TreeScope<Page>,
): Promise<CheckedEntries> {
  const { parts, leaves, damages, log, memories, noted, onEntries } = scope;
  const checkpoints: FoundCheckpoint[] = [];
  const vkey = await checkKey({ parts, damages, log: log.log, memories });
  for (const { where, note } of memories.checkpoints) {
    const origin = originOf(parts.origin, log.log);
    const found = openCheckpoint({ origin, vkey }, { log: log.log, where, note, damages });
    if (found !== null) checkpoints.push(found);
  }
  const rootsWanted = new Set([...noted.keys(), ...checkpoints.map(({ size }) => size)]);
  if (log.published !== null) rootsWanted.add(log.published.size);
  if (memories.signed !== undefined) rootsWanted.add(memories.signed.size);
  const { tiles } = parts;
  const { filesSize } = scope;
  const onPage = onEntries ?? (() => {});
  const entriesScope = { leaves, tiles, damages, log, filesSize, rootsWanted, onEntries: onPage };
  const checked = await checkEntries(entriesScope);
  comparePublished(scope, checked.roots);
  compareMemories(scope, checkpoints, checked.roots);
  return checked;
}

function comparePublished({ damages, log }: LogScope, roots: CheckedEntries["roots"]): void {
  const { published } = log;
  const root = published === null ? undefined : roots.get(published.size);
  if (published === null || root === undefined || root.equals(published.root)) return;
  damages.add("published-tree", {
    log: log.log,
    where: "published.root",
    expected: hex(root),
    found: hex(published.root),
  });
}

function compareMemories(
  scope: LogScope,
  checkpoints: readonly FoundCheckpoint[],
  roots: CheckedEntries["roots"],
): void {
  const { damages, log, memories, noted } = scope;
  for (const { where, size, root } of checkpoints) {
    const how = compareRoot({ size, root: hex(root) }, roots);
    if (how !== null) damages.add("checkpoint", { log: log.log, where, ...how });
  }
  const { signed } = memories;
  const { signedAtLeast } = scope;
  const newest = checkpoints.find(({ where }) => where === CHECKPOINT_FILE)?.size ?? 0;
  const isRead = newest > 0 || !memories.checkpoints.some(({ where }) => where === CHECKPOINT_FILE);
  if (isRead && newest < signedAtLeast) {
    const expected = `size ${signedAtLeast} or larger`;
    const found = newest === 0 ? "none" : `size ${newest}`;
    damages.add("checkpoint", { log: log.log, where: CHECKPOINT_FILE, expected, found });
  }
  const signedHow = signed === undefined ? null : compareRoot(signed, roots);
  if (signedHow !== null) {
    damages.add("last-signed", { log: log.log, where: "last-signed record", ...signedHow });
  }
  for (const [size, { root, index }] of noted) {
    const how = compareRoot({ size, root: Buffer.from(root, "base64").toString("hex") }, roots);
    const where = `directory entry ${index}`;
    if (how !== null) damages.add("directory-note", { log: log.log, where, ...how });
  }
}

export function verdictOf(log: FsckLog, checked: CheckedEntries, streams: number): LogVerdict {
  return {
    log: log.log,
    size: log.size,
    publishedSize: log.published?.size ?? 0,
    root: hex(checked.root),
    streams,
    frozenBecause: log.frozenBecause,
  };
}
