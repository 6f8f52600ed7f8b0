import type { SignedTree } from "../../application/ledger/last-signed.ts";
import type { LogKeys } from "../../application/ledger/log-keys.ts";
import type { TileStore } from "../../application/ledger/tile-store.ts";
import { collectDamages } from "../fsck/damages.ts";
import { openCheckpoint, readCheckpointFile } from "../fsck/tree/check-checkpoint.ts";
import { originOf, vkeyOf } from "../sign-checkpoint.ts";
import { CannotRestore } from "./cannot-restore.ts";

export type Signatures = {
  /** Files of whoever kept what was published. */
  files: TileStore;
  keys: LogKeys;
  origin: string;
  signed: ReadonlyMap<string, SignedTree>;
};

/**
 * The largest tree of the log that was ever signed, as far as is known here: by the memory beside
 * the keys, or by a checkpoint among the published files. Null when none was.
 */
export async function largestSigned(from: Signatures, log: string): Promise<SignedTree | null> {
  const remembered = from.signed.get(log) ?? null;
  const published = await checkpointOf(from, log);
  if (published === null || (remembered?.size ?? 0) >= published.size) return remembered;
  return published;
}

async function checkpointOf(
  { files, keys, origin }: Signatures,
  log: string,
): Promise<SignedTree | null> {
  const note = await readCheckpointFile(files, log);
  if (note === null) return null;
  const vkey = await vkeyOf({ keys, origin }, log);
  if (vkey === null) throw new CannotRestore("log-key-missing", log, log);
  const damages = collectDamages(1);
  const signer = { origin: originOf(origin, log), vkey };
  const found = openCheckpoint(signer, { log, where: `log/${log}/checkpoint`, note, damages });
  if (found !== null) return { size: found.size, root: found.root.toString("hex") };
  const [damage] = damages.list;
  throw new CannotRestore("checkpoint-not-ours", log, damage?.found ?? "");
}
