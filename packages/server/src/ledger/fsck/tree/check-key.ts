import { vkeyOf } from "../../sign-checkpoint.ts";
import type { Damages } from "../damages.ts";
import type { FsckParts } from "../fsck-parts.ts";
import type { Memories } from "./memories.ts";

type KeyScope = {
  parts: Pick<FsckParts, "keys" | "origin">;
  damages: Damages;
  log: string;
  memories: Memories;
};

/**
 * The verification key of a log that was signed, as its checkpoints have to bear it: what outsiders
 * read, or else what the key at hand says; null when both are gone. A key that is lost or another
 * one than outsiders read is reported.
 */
export async function checkKey(scope: KeyScope): Promise<string | null> {
  const { parts, damages, log, memories } = scope;
  const { vkey, signed, checkpoints } = memories;
  const found = await vkeyOf(parts, log);
  const isSigned = signed !== undefined || checkpoints.length > 0 || vkey !== undefined;
  const isLost = found === null || (vkey !== undefined && vkey !== found);
  if (isSigned && isLost) {
    damages.add("log-key", {
      log,
      where: `keys/${log}.pem`,
      expected: `the key that signed, ${vkey ?? "never published"}`,
      found: found ?? "none",
    });
  }
  return vkey ?? found;
}
