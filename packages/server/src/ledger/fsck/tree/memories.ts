import type { SignedTree } from "../../../application/ledger/last-signed.ts";
import { DIRECTORY } from "../../../application/ledger/publication-store.ts";
import { readPublishedKeys } from "../../published-keys.ts";
import { originOf } from "../../sign-checkpoint.ts";
import type { FsckParts } from "../fsck-parts.ts";
import { readCheckpointFile } from "./check-checkpoint.ts";

/** What outside the tables says about a log. */
export type Memories = {
  checkpoints: readonly { where: string; note: string }[];
  signed: SignedTree | undefined;
  /** The verification key that outsiders read. */
  vkey: string | undefined;
  /** Size of the directory's newest recorded checkpoint; what it notes has been signed. */
  directorySigned: number;
};

export const CHECKPOINT_FILE = "file checkpoint";

export type MemoriesOf = (log: string) => Memories;

/**
 * Read before the moment that is checked: a running server signs only what it has recorded, so
 * nothing here is newer.
 */
export async function readMemories(parts: FsckParts): Promise<MemoriesOf> {
  const { store, tiles } = parts;
  const { logs, recorded } = await store.at(async (snapshot) => ({
    logs: await snapshot.logs(),
    recorded: await snapshot.checkpoint(),
  }));
  const signed = await parts.lastSigned.read();
  const vkeys = await readPublishedKeys(tiles);
  const files = new Map<string, string>();
  for (const { log } of logs) {
    const note = await readCheckpointFile(tiles, log);
    if (note !== null) files.set(log, note);
  }
  return (log) => {
    const file = files.get(log);
    const checkpoints = file === undefined ? [] : [{ where: CHECKPOINT_FILE, note: file }];
    if (log === DIRECTORY && recorded !== null) {
      checkpoints.push({ where: "table directory_checkpoint", note: recorded.note });
    }
    const vkey = vkeys.get(originOf(parts.origin, log));
    return { checkpoints, signed: signed.get(log), vkey, directorySigned: recorded?.size ?? 0 };
  };
}
