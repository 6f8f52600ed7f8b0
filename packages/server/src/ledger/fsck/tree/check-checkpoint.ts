import {
  parseCheckpoint,
  parseNote,
  SIGNATURE_TYPE,
  verificationKey,
  verifyNote,
} from "@suzheng/log-format";
import type { LogKeys } from "../../../application/ledger/log-keys.ts";
import type { TileStore } from "../../../application/ledger/tile-store.ts";
import { logFolder } from "../../log-files.ts";
import { sha256 } from "../../sha256.ts";
import { originOf } from "../../sign-checkpoint.ts";
import type { Damages } from "../damages.ts";

/** A checkpoint as found, not yet compared with the tree. */
export type FoundCheckpoint = { where: string; size: number; root: Buffer };

type Keeping = { keys: Pick<LogKeys, "publicKey">; origin: string };

export const readCheckpointFile = async (tiles: TileStore, log: string): Promise<string | null> => {
  const bytes = await tiles.read(`${logFolder(log)}/checkpoint`);
  return bytes === null ? null : Buffer.from(bytes).toString("utf8");
};

type Asked = { log: string; where: string; note: string; damages: Damages };

/**
 * The checkpoint when it is well formed, of this log and signed by its key; otherwise it is
 * reported.
 */
export async function openCheckpoint(
  keeping: Keeping,
  { log, where, note, damages }: Asked,
): Promise<FoundCheckpoint | null> {
  const complain = (expected: string, found: string) => {
    damages.add("checkpoint", { log, where, expected, found });
    return null;
  };
  const signed = parseNote(note);
  if (signed.outcome === "malformed") return complain("a signed note", signed.detail.en);
  const parsed = parseCheckpoint(signed.value.text);
  if (parsed.outcome === "malformed") return complain("a checkpoint", parsed.detail.en);
  const { size, root, origin } = parsed.value;
  const name = originOf(keeping.origin, log);
  if (origin !== name) return complain(`origin \`${name}\``, `\`${origin}\``);
  const publicKey = await keeping.keys.publicKey(log);
  const key = verificationKey(sha256, { name, type: SIGNATURE_TYPE.ed25519, publicKey });
  const check = verifyNote(signed.value, [key]);
  if (check.outcome !== "valid" || check.signatures.length === 0) {
    return complain("a signature of the log's key", "none that holds");
  }
  return { where, size, root: Buffer.from(root) };
}

/** The root that a checkpoint or the memory of one states, against the tree's at that size. */
export function compareRoot(
  stated: { size: number; root: string },
  roots: ReadonlyMap<number, Buffer>,
): { expected: string; found: string } | null {
  const root = roots.get(stated.size)?.toString("hex");
  if (root === stated.root) return null;
  const found = `size ${stated.size}, root ${stated.root}`;
  if (root === undefined) return { expected: `a size that the log has reached`, found };
  return { expected: `root ${root} at size ${stated.size}`, found };
}
