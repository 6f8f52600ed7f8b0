import { bytesEqual } from "@suzheng/merkle";
import type { FsckLog, FsckPage, LogVerdict } from "../../application/fsck.ts";
import { DIRECTORY } from "../../application/ledger/publication-store.ts";
import { type DirectoryNotes, followDirectory } from "./check-directory.ts";
import { compareTime } from "./compare-time.ts";
import type { Damages } from "./damages.ts";
import type { FsckRun } from "./fsck-run.ts";
import { checkMap } from "./map/check-map.ts";
import { checkTree, verdictOf } from "./tree/check-log.ts";
import { leavesOfTexts } from "./tree/leaves.ts";

/**
 * The directory's own log, its map over all logs, and that its newest notes are what is published.
 */
export async function checkDirectoryLog(
  run: FsckRun,
  directory: FsckLog | null,
  all: readonly FsckLog[],
): Promise<{ notes: DirectoryNotes; verdict: LogVerdict | null }> {
  const { damages, snapshot, memoriesOf } = run;
  const notes = followDirectory(damages);
  if (directory === null) {
    comparePublished(damages, notes, all);
    return { notes, verdict: null };
  }
  const checked = await checkTree({
    parts: run.parts,
    damages,
    leaves: leavesOfTexts(snapshot),
    log: directory,
    memories: memoriesOf(DIRECTORY),
    noted: new Map(),
    // Its own files are written between recording an entry and signing it.
    filesSize: memoriesOf(DIRECTORY).directorySigned,
    signedAtLeast: memoriesOf(DIRECTORY).directorySigned,
    async onEntries(page) {
      run.onTexts(DIRECTORY, { entries: page.count, bytes: bytesOf(page) });
      await notes.read(page);
    },
  });
  const { published } = directory;
  if (published?.size !== directory.size) {
    const where = "published.size";
    const found = String(published?.size ?? 0);
    damages.add("published-tree", {
      log: DIRECTORY,
      where,
      expected: String(directory.size),
      found,
    });
  }
  const pairs = notes.pairs();
  if (published !== null) {
    await checkMap({ snapshot, damages, log: DIRECTORY, root: published.mapRoot }, pairs);
  }
  comparePublished(damages, notes, all);
  compareTime(run, directory, notes.notedAt());
  return { notes, verdict: verdictOf(directory, checked, pairs.count) };
}

function bytesOf(page: FsckPage): number {
  let bytes = 0;
  for (let row = 0; row < page.count; row++) bytes += page.entry(row).length;
  return bytes;
}

/** Publishing a log and noting it is one transaction. */
function comparePublished(damages: Damages, notes: DirectoryNotes, all: readonly FsckLog[]): void {
  const known = new Set(all.map(({ log }) => log));
  for (const log of notes.logs()) {
    if (known.has(log)) continue;
    damages.add("directory-note", { log, where: "table logs", expected: "a row", found: "none" });
  }
  for (const { log, published } of all) {
    if (log === DIRECTORY) continue;
    const note = notes.newest(log);
    if (note === null && published === null) continue;
    const isSame =
      note !== null &&
      published !== null &&
      note.size === published.size &&
      bytesEqual(Buffer.from(note.root, "base64"), published.root) &&
      bytesEqual(Buffer.from(note.mapRoot, "base64"), published.mapRoot);
    if (isSame) continue;
    const show = (tree: { size: number; root: string; mapRoot: string } | null) =>
      tree === null ? "nothing" : `size ${tree.size}, root ${tree.root}, map ${tree.mapRoot}`;
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
    const row =
      published === null
        ? null
        : {
            size: published.size,
            root: base64(published.root),
            mapRoot: base64(published.mapRoot),
          };
    const where = "table published against the directory's newest note";
    damages.add("directory-note", { log, where, expected: show(note), found: show(row) });
  }
}
