import { join } from "node:path";
import type { PauseState } from "@suzheng/certification";
import { DIRECTORY } from "../application/ledger/publication-store.ts";
import { approvedPause } from "../application/obligations/approved-pause.ts";
import { filedClauses } from "../application/registry/filed-clauses.ts";
import { fileLogKeys } from "../keys/file-log-keys.ts";
import { readCheckpointFile } from "../ledger/fsck/tree/check-checkpoint.ts";
import { logFolder } from "../ledger/log-files.ts";
import { type RestoreOutcome, restoreLogs } from "../ledger/restore/restore-logs.ts";
import type { RestoreProgress } from "../ledger/restore/restore-parts.ts";
import { originOf } from "../ledger/sign-checkpoint.ts";
import { keptOpenings } from "../postgres/ledger/kept-openings.ts";
import { postgresPublicationStore } from "../postgres/ledger/publication-store.ts";
import { postgresTollingStore } from "../postgres/obligations/tolling-store.ts";
import { evidenceFiles } from "../storage/evidence-files.ts";
import { fileTileStore } from "../storage/file-tile-store.ts";
import { lastSignedFile } from "../storage/last-signed-file.ts";
import type { Platform } from "./platform.ts";

export type RestoreOptions = {
  /** A copy of the published files, with `log/` in it; null: this installation's own. */
  folder: string | null;
  dryRun: boolean;
  onProgress(progress: RestoreProgress): void;
};

/** Writes back what was signed and is missing in the database, and signs on from there. */
export async function restorePlatform(
  platform: Platform,
  { folder, dryRun, onProgress }: RestoreOptions,
): Promise<RestoreOutcome> {
  const { dataFolder, database, pool, tiles, logs, trust, publisher, personToken } = platform;
  const evidence = evidenceFiles(join(dataFolder, "evidence"));
  const clausesOf = async (hash: string) => {
    const clauses = await filedClauses(evidence, hash);
    return clauses === null ? null : JSON.stringify(clauses);
  };
  const parts = {
    ...{ tiles, logs, onProgress },
    files: folder === null ? tiles : fileTileStore(folder),
    publications: postgresPublicationStore(database, pool),
    keys: fileLogKeys(join(dataFolder, "keys")),
    origin: trust.directory.origin.slice(0, -originOf("", DIRECTORY).length),
    lastSigned: lastSignedFile(join(dataFolder, "last-signed.json")),
    together: togetherOn(platform),
    filedClauses: clausesOf,
    async personTokens(log: string, commitments: readonly string[]) {
      const kept = await keptOpenings(database, log, commitments);
      return new Map(kept.map(({ commitment, value }) => [commitment, personToken(value)]));
    },
  };
  if (folder !== null && (await readCheckpointFile(parts.files, DIRECTORY)) === null) {
    const found = join(folder, logFolder(DIRECTORY), "checkpoint");
    return { outcome: "refused", code: "published-missing", log: DIRECTORY, found };
  }
  const outcome = await restoreLogs(parts, { dryRun });
  if (outcome.outcome === "refused" || dryRun) return outcome;
  await holdPauses(platform);
  await publisher.guard();
  await publisher.publish();
  return outcome;
}

const togetherOn =
  ({ together }: Platform): Parameters<typeof restoreLogs>[0]["together"] =>
  (work) =>
    together(async (recording) => {
      await work(recording);
      return { end: "commit", value: undefined };
    });

/** Deadlines are counted by these; each names the bodies in whose logs it stands. */
async function holdPauses({ database, workspaces, logs, store }: Platform): Promise<void> {
  const tolling = postgresTollingStore(database, workspaces);
  const pauses = new Map<string, PauseState[]>();
  for (const { institution } of await logs.heads()) {
    for (const state of await store.pauses(institution)) {
      pauses.set(state.pause, [...(pauses.get(state.pause) ?? []), state]);
    }
  }
  for (const [id, [first, ...others]] of pauses) {
    if (first === undefined) continue;
    const institutions = [first, ...others].map(({ institution }) => institution);
    await tolling.hold(institutions, id, { ...approvedPause(first), institutions });
  }
}
