import { join } from "node:path";
import type { FsckReport } from "../application/fsck.ts";
import { DIRECTORY } from "../application/publication-store.ts";
import { fileLogKeys } from "../keys/file-log-keys.ts";
import { type FsckOptions, fsck } from "../ledger/fsck/fsck.ts";
import type { FsckParts } from "../ledger/fsck/fsck-parts.ts";
import { originOf } from "../ledger/sign-checkpoint.ts";
import { postgresFsckStore } from "../postgres/fsck-store.ts";
import { evidenceFiles } from "../storage/evidence-files.ts";
import { lastSignedFile } from "../storage/last-signed-file.ts";
import { startStreamsThread } from "./fsck-streams.ts";
import type { Platform } from "./platform.ts";

export type FsckPlatform = Pick<
  Platform,
  "pool" | "logs" | "dataFolder" | "tiles" | "personToken" | "trust"
>;

/** What fsck looks at on one data folder and database. */
export function fsckPartsOf(platform: FsckPlatform): FsckParts {
  const { pool, dataFolder, tiles, personToken, trust } = platform;
  return {
    store: postgresFsckStore(pool),
    tiles,
    evidence: evidenceFiles(join(dataFolder, "evidence")),
    lastSigned: lastSignedFile(join(dataFolder, "last-signed.json")),
    keys: fileLogKeys(join(dataFolder, "keys")),
    origin: trust.directory.origin.slice(0, -originOf("", DIRECTORY).length),
    personToken,
  };
}

/** From here on a second thread pays for its start. */
const ENTRIES_FOR_A_THREAD = 20_000;

/** Checks everything; large installations on two threads. */
export async function fsckPlatform(
  platform: FsckPlatform,
  options?: FsckOptions,
): Promise<FsckReport> {
  const parts = fsckPartsOf(platform);
  const heads = await platform.logs.heads();
  const entries = heads.reduce((sum, { size }) => sum + size, 0);
  const { connectionString } = platform.pool.options;
  if (entries < ENTRIES_FOR_A_THREAD || connectionString === undefined) return fsck(parts, options);
  const thread = startStreamsThread(connectionString);
  try {
    return await fsck({ ...parts, checkStreams: thread.check }, options);
  } finally {
    await thread.end();
  }
}
