import { join } from "node:path";
import type pg from "pg";
import type { FsckReport } from "../application/fsck.ts";
import { DIRECTORY } from "../application/ledger/publication-store.ts";
import { fileLogKeys } from "../keys/file-log-keys.ts";
import { type FsckOptions, fsck } from "../ledger/fsck/fsck.ts";
import type { FsckParts } from "../ledger/fsck/fsck-parts.ts";
import { originOf } from "../ledger/sign-checkpoint.ts";
import { openCopyPool } from "../postgres/fsck/fsck-socket.ts";
import { postgresFsckStore } from "../postgres/fsck/fsck-store.ts";
import { evidenceFiles } from "../storage/evidence-files.ts";
import { lastSignedFile } from "../storage/last-signed-file.ts";
import { startStreamsThread } from "./fsck-streams.ts";
import type { Platform } from "./platform.ts";
import { withRoomForGarbage } from "./room-for-garbage.ts";

export type FsckPlatform = Pick<
  Platform,
  "pool" | "logs" | "dataFolder" | "tiles" | "personToken" | "trust"
>;

/** What fsck looks at on one data folder and database. */
function fsckPartsOf(platform: FsckPlatform, pool: pg.Pool): FsckParts {
  const { dataFolder, tiles, personToken, trust } = platform;
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

/** One log is read while the streams of the ones before are compared. */
const CONNECTIONS_MAX = 8;

/** Checks everything; large installations on two threads. */
export const fsckPlatform = (platform: FsckPlatform, options?: FsckOptions): Promise<FsckReport> =>
  withRoomForGarbage(() => checkPlatform(platform, options));

async function checkPlatform(
  platform: FsckPlatform,
  options: FsckOptions | undefined,
): Promise<FsckReport> {
  const { connectionString } = platform.pool.options;
  if (connectionString === undefined) throw new Error("a pool is opened by its address");
  const heads = await platform.logs.heads();
  const entries = heads.reduce((sum, { size }) => sum + size, 0);
  const thread = entries < ENTRIES_FOR_A_THREAD ? null : startStreamsThread(connectionString);
  const pool = openCopyPool(connectionString, CONNECTIONS_MAX);
  try {
    const parts = fsckPartsOf(platform, pool);
    return await fsck(thread === null ? parts : { ...parts, streamsThread: thread }, options);
  } finally {
    await pool.end();
    await thread?.end();
  }
}
