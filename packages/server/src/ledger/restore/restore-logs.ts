import type { SignedTree } from "../../application/ledger/last-signed.ts";
import { DIRECTORY } from "../../application/ledger/publication-store.ts";
import { readCheckpointFile } from "../fsck/tree/check-checkpoint.ts";
import { withTilesInPlace } from "../lay-out-again.ts";
import { logFolder } from "../log-files.ts";
import { BACKUP_RESTORED } from "../sign-guard.ts";
import { CannotRestore, type RestoreRefusal } from "./cannot-restore.ts";
import { type LostNotes, lostNotes, restoreDirectory } from "./restore-directory.ts";
import { checkStretch, restoreLog, type Stretch } from "./restore-log.ts";
import type { RestoreParts } from "./restore-parts.ts";
import { largestSigned, type Signatures } from "./signed-size.ts";

/** Entries of a log that were signed and that the database did not hold. */
export type RestoredLog = { log: string; from: number; size: number };

export type RestoreOutcome =
  | { outcome: "restored"; logs: RestoredLog[] }
  | { outcome: "refused"; code: RestoreRefusal; log: string; found: string };

/**
 * Writes back what was signed and published and is missing in the database, as after an old backup
 * was put in its place. Nothing is written before all of it has been found to be what was signed;
 * interrupted, it goes on where it was.
 */
export async function restoreLogs(
  parts: RestoreParts,
  { dryRun }: { dryRun: boolean },
): Promise<RestoreOutcome> {
  try {
    return { outcome: "restored", logs: await restore(parts, dryRun) };
  } catch (fault) {
    if (!(fault instanceof CannotRestore)) throw fault;
    const { code, log, message } = fault;
    return { outcome: "refused", code, log, found: message };
  }
}

async function restore(parts: RestoreParts, dryRun: boolean): Promise<RestoredLog[]> {
  const signed = await parts.lastSigned.read();
  const lost = await lostNotes(parts, await largestSigned({ ...parts, signed }, DIRECTORY));
  const stretches = await missingStretches({ ...parts, signed }, lost);
  for (const stretch of stretches) await checkStretch(parts, stretch);
  if (!dryRun) await writeBack(parts, stretches, lost);
  const logs = stretches.map(({ log, from, target }) => ({ log, from, size: target.size }));
  if (lost === null) return logs;
  return [...logs, { log: DIRECTORY, from: lost.from, size: lost.target.size }];
}

/** What each log lacks of the largest tree that somebody stated. */
async function missingStretches(
  parts: RestoreParts & Signatures,
  lost: LostNotes | null,
): Promise<Stretch[]> {
  const sizes = new Map((await parts.logs.heads()).map((head) => [head.institution, head.size]));
  const names = new Set([...parts.signed.keys(), ...sizes.keys(), ...(lost?.notes.keys() ?? [])]);
  names.delete(DIRECTORY);
  const stretches: Stretch[] = [];
  for (const log of [...names].sort()) {
    const target = largerOf(await largestSigned(parts, log), notedTree(lost, log));
    const from = sizes.get(log) ?? 0;
    if (target === null || target.size <= from) continue;
    stretches.push({ log, from, target });
  }
  return stretches;
}

function notedTree(lost: LostNotes | null, log: string): SignedTree | null {
  const note = lost?.notes.get(log);
  if (note === undefined) return null;
  return { size: note.size, root: Buffer.from(note.root, "base64").toString("hex") };
}

function largerOf<Tree extends SignedTree | null>(one: SignedTree | null | undefined, other: Tree) {
  return one === undefined || one === null || (other?.size ?? 0) > one.size ? other : one;
}

async function writeBack(
  parts: RestoreParts,
  stretches: readonly Stretch[],
  lost: LostNotes | null,
): Promise<void> {
  for (const stretch of stretches) await restoreLog(parts, stretch);
  if (lost !== null) await withTilesInPlace(parts, () => restoreDirectory(parts, lost));
  const restored = stretches.map(({ log }) => log);
  await rememberSigned(parts, stretches, lost);
  if (lost !== null) await keepCheckpoints(parts, lost, restored);
  // Also what an attempt before had restored; who is still behind is frozen again.
  const all = (await parts.logs.heads()).map(({ institution }) => institution);
  await parts.logs.thaw(all, BACKUP_RESTORED);
}

/** Also what only a mirror knew: the next old backup must not contradict it. */
async function rememberSigned(
  { lastSigned }: RestoreParts,
  stretches: readonly Stretch[],
  lost: LostNotes | null,
): Promise<void> {
  const signed = new Map(await lastSigned.read());
  for (const { log, target } of stretches) signed.set(log, largerOf(signed.get(log), target));
  if (lost !== null) signed.set(DIRECTORY, largerOf(signed.get(DIRECTORY), lost.target));
  await lastSigned.write(signed);
}

/** As they were signed, where they are of the sizes that were restored. */
async function keepCheckpoints(
  { files, tiles, publications }: RestoreParts,
  { target, notedAt }: LostNotes,
  restored: readonly string[],
): Promise<void> {
  for (const log of [...restored, DIRECTORY]) {
    const note = await readCheckpointFile(files, log);
    if (note !== null) await tiles.replace(`${logFolder(log)}/checkpoint`, Buffer.from(note));
  }
  const note = await readCheckpointFile(files, DIRECTORY);
  if (note?.split("\n")[1] !== String(target.size)) return;
  await publications.saveCheckpoint({ size: target.size, note, notedAt });
}
