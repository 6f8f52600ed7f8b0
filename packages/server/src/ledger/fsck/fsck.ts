import type { FsckLog, FsckProgress, FsckReport, LogVerdict } from "../../application/fsck.ts";
import { DIRECTORY } from "../../application/ledger/publication-store.ts";
import { checkDirectoryLog } from "./check-directory-log.ts";
import { checkInstitutionLog } from "./check-institution-log.ts";
import { collectDamages } from "./damages.ts";
import { eachOf } from "./each-of.ts";
import type { FsckParts } from "./fsck-parts.ts";
import type { FsckRun } from "./fsck-run.ts";
import { streamsHelpOf } from "./streams/streams-help.ts";
import { readMemories } from "./tree/memories.ts";

export type FsckOptions = {
  onProgress?(progress: FsckProgress): void;
  /** Only this log, and of the directory what it says about it. */
  log?: string;
  /** Damages listed at most; further ones are counted. */
  damagesMax?: number;
};

const DAMAGES_MAX = 100;
/** While one log waits for the other thread, this one works at the next; each is held in memory. */
const LOGS_AT_A_TIME = 2;

/**
 * Computes everything that is stored, published and signed again from the entries, and names what
 * differs. Reads one moment of the database, so that a server may go on recording.
 */
export async function fsck(parts: FsckParts, options: FsckOptions = {}): Promise<FsckReport> {
  const started = performance.now();
  const damagesMax = options.damagesMax ?? DAMAGES_MAX;
  const damages = collectDamages(damagesMax);
  const memoriesOf = await readMemories(parts);
  const checked = { entries: 0, bytes: 0 };
  const logs = await parts.store.at(async (snapshot) => {
    const all = await snapshot.logs();
    const entriesTotal = all.reduce((sum, { size }) => sum + size, 0);
    const onTexts: FsckRun["onTexts"] = (log, { entries, bytes }) => {
      checked.entries += entries;
      checked.bytes += bytes;
      options.onProgress?.({ log, entries: checked.entries, entriesTotal });
    };
    const streamsHelp = streamsHelpOf(parts);
    const found = { damages, damagesMax, onTexts };
    const run: FsckRun = { parts, snapshot, memoriesOf, streamsHelp, ...found };
    return checkLogs(run, all, options.log);
  });
  const seconds = (performance.now() - started) / 1000;
  const { list, count } = damages;
  return { ok: count === 0, logs, ...checked, seconds, damages: list, damaged: count };
}

async function checkLogs(
  run: FsckRun,
  all: readonly FsckLog[],
  only: string | undefined,
): Promise<LogVerdict[]> {
  const { damages, snapshot } = run;
  for (const { table, log } of await snapshot.strayLogs()) {
    const where = `table ${table}`;
    damages.add("log-head", { log, where, expected: "a row in logs", found: "none" });
  }
  const directory = all.find(({ log }) => log === DIRECTORY) ?? null;
  const { notes, verdict } = await checkDirectoryLog(run, directory, all);
  const wanted = all.filter(({ log }) => log !== DIRECTORY && (only === undefined || log === only));
  // A large one at the end would leave one thread idle.
  const largestFirst = [...wanted].sort((one, other) => other.size - one.size);
  const found = await eachOf(largestFirst, LOGS_AT_A_TIME, async (log) => {
    const own = collectDamages(run.damagesMax);
    return { verdict: await checkInstitutionLog({ ...run, damages: own }, log, notes), own };
  });
  const checked = wanted.map((log) => found[largestFirst.indexOf(log)] ?? unchecked(log));
  for (const { own } of checked) damages.addAll(own);
  const verdicts = checked.map((one) => one.verdict);
  return verdict === null ? verdicts : [verdict, ...verdicts];
}

function unchecked({ log }: FsckLog): never {
  throw new Error(`the log \`${log}\` was not checked`);
}
