import type { FsckLog, LogVerdict } from "../../application/fsck.ts";
import type { DirectoryNotes, NotedSizes } from "./check-directory.ts";
import { compareTime } from "./compare-time.ts";
import { collectDamages } from "./damages.ts";
import type { FsckRun } from "./fsck-run.ts";
import { checkMap } from "./map/check-map.ts";
import { checkEvidence } from "./rows/check-evidence.ts";
import { checkOpenings } from "./rows/check-openings.ts";
import { checkPauses } from "./rows/check-pauses.ts";
import { checkRules } from "./rows/check-rules.ts";
import { checkStrays } from "./rows/check-strays.ts";
import { checkParticipations } from "./streams/participations.ts";
import { type SharedStreams, type SharedVerdict, shareStreams } from "./streams/share-streams.ts";
import { inOrderOfLog, type StreamLeaves } from "./streams/stream-leaves.ts";
import { fallsInTime } from "./streams/time-order.ts";
import type { CheckedEntries } from "./tree/check-entries.ts";
import { checkTree, type LogScope, verdictOf } from "./tree/check-log.ts";
import { leavesAlone, leavesOfTexts } from "./tree/leaves.ts";

/** One institution's log with everything that is derived from it. */
export async function checkInstitutionLog(
  run: FsckRun,
  log: FsckLog,
  notes: DirectoryNotes,
): Promise<LogVerdict> {
  const { parts, snapshot, damages, damagesMax, memoriesOf } = run;
  const publishedSize = log.published?.size ?? 0;
  const shared = await shareStreams(run, { log: log.log, publishedSize });
  const memories = memoriesOf(log.log);
  const noted = notes.notedSizes(log.log);
  const signedAtLeast = newestBefore(noted, memories.directorySigned);
  const tree = { parts, log, memories, noted, filesSize: publishedSize, signedAtLeast };
  const found = collectDamages(damagesMax);
  const { personToken } = parts;
  const tokens = await checkOpenings({ snapshot, log: log.log, damages: found, personToken });
  const { streams, checked } = await checkShared(run, tree, shared);
  damages.addAll(streams.damages);
  if (log.published !== null) {
    const { mapRoot } = log.published;
    await checkMap({ snapshot, damages, log: log.log, root: mapRoot }, streams.pairs);
  }
  await checkParticipations(
    { snapshot, log: log.log, damages: found, tokens },
    streams.attendances,
  );
  damages.addAll(found);
  const { evidence } = parts;
  await checkRules({ snapshot, log: log.log, damages, evidence }, streams.told.rules);
  await checkPauses({ snapshot, log: log.log, damages }, streams.told.pauses);
  await checkEvidence(run, log.log);
  await checkStrays(run, log.log, streams.compared);
  await checkTotals(run, log.log, streams);
  compareTime(run, log, streams.newest?.recordedAt ?? null);
  return verdictOf(log, checked, streams.streams);
}

/** What follows from the streams, without their leaf hashes: those are many, and used up. */
async function checkShared(
  run: FsckRun,
  scope: Omit<LogScope, "damages">,
  shared: SharedStreams,
): Promise<{ streams: Omit<SharedVerdict, "leaves">; checked: CheckedEntries }> {
  const { leaves, ...streams } = await shared.finish();
  checkTimes(run, scope.log, leaves);
  const checked = await checkLeaves(run, scope, { leaves, texts: streams.texts });
  return { streams, checked };
}

/** Across streams; within them it is told of the stream. */
function checkTimes(
  { damages }: FsckRun,
  { log, size }: Pick<FsckLog, "log" | "size">,
  leaves: readonly StreamLeaves[],
): void {
  for (const index of fallsInTime(leaves, size)) {
    const expected = `recorded at the time of entry ${index - 1} or later`;
    damages.add("log-time", { log, where: `entry ${index}`, expected, found: "a time before it" });
  }
}

/**
 * The tree by the leaf hashes of the streams, whose texts have been hashed. When anything differs
 * all is read again in the order of the log, which tells what is damaged.
 */
async function checkLeaves(
  { snapshot, damages }: FsckRun,
  scope: Omit<LogScope, "damages">,
  { leaves, texts }: Pick<SharedVerdict, "leaves" | "texts">,
): Promise<CheckedEntries> {
  const { size } = scope.log;
  if (texts.areAsHashed && texts.entries === size) {
    const found = collectDamages(1);
    const alone = leavesAlone(inOrderOfLog(leaves, size));
    const checked = await checkTree({ ...scope, damages: found, leaves: alone });
    if (found.count === 0) return checked;
  }
  return checkTree({ ...scope, damages, leaves: leavesOfTexts(snapshot) });
}

/** Newest size that a directory entry below the index has noted. */
function newestBefore(noted: NotedSizes, directorySize: number): number {
  let newest = 0;
  for (const [size, { index }] of noted) {
    if (index < directorySize && size > newest) newest = size;
  }
  return newest;
}

async function checkTotals(
  { snapshot, damages }: FsckRun,
  log: string,
  streams: Pick<SharedVerdict, "certificates" | "lastReport">,
): Promise<void> {
  const row = await snapshot.institution(log);
  if (row === null) return;
  const { certificates, last_reported_at: last } = row;
  const where = `institutions \`${log}\``;
  if (certificates !== streams.certificates) {
    const expected = `certificates = ${streams.certificates}`;
    const found = `certificates = ${String(certificates)}`;
    damages.add("institution", { log, where, expected, found });
  }
  const lastAt = last instanceof Date ? last.toISOString() : null;
  const expectedAt = streams.lastReport?.recordedAt ?? null;
  if (lastAt !== expectedAt) {
    const expected = `last_reported_at = ${expectedAt ?? "null"}`;
    const found = `last_reported_at = ${lastAt ?? "null"}`;
    damages.add("institution", { log, where, expected, found });
  }
}
