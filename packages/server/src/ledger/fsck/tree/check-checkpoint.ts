import {
  parseCheckpoint,
  parseNote,
  parseVkey,
  type SignedNote,
  verifyNote,
} from "@suzheng/log-format";
import type { TileStore } from "../../../application/ledger/tile-store.ts";
import { logFolder } from "../../log-files.ts";
import { sha256 } from "../../sha256.ts";
import type { Damages } from "../damages.ts";

/** A checkpoint as found, not yet compared with the tree. */
export type FoundCheckpoint = { where: string; size: number; root: Buffer };

/** Who has to have signed; without a key that is not looked at. */
type Signer = { origin: string; vkey: string | null };

export const readCheckpointFile = async (tiles: TileStore, log: string): Promise<string | null> => {
  const bytes = await tiles.read(`${logFolder(log)}/checkpoint`);
  return bytes === null ? null : Buffer.from(bytes).toString("utf8");
};

type Asked = { log: string; where: string; note: string; damages: Damages };

/**
 * The checkpoint when it is well formed, of this log and signed by its key; otherwise it is
 * reported.
 */
export function openCheckpoint(
  signer: Signer,
  { log, where, note, damages }: Asked,
): FoundCheckpoint | null {
  const complain = (expected: string, found: string) => {
    damages.add("checkpoint", { log, where, expected, found });
    return null;
  };
  const signed = parseNote(note);
  if (signed.outcome === "malformed") return complain("a signed note", signed.detail.en);
  const parsed = parseCheckpoint(signed.value.text);
  if (parsed.outcome === "malformed") return complain("a checkpoint", parsed.detail.en);
  const { size, root, origin } = parsed.value;
  if (origin !== signer.origin) return complain(`origin \`${signer.origin}\``, `\`${origin}\``);
  if (signer.vkey !== null && !isSignedBy(signed.value, signer.vkey)) {
    return complain("a signature of the log's key", "none that holds");
  }
  return { where, size, root: Buffer.from(root) };
}

function isSignedBy(note: SignedNote, vkey: string): boolean {
  const key = parseVkey(sha256, vkey);
  if (key.outcome === "malformed") return false;
  const check = verifyNote(note, [key.value]);
  return check.outcome === "valid" && check.signatures.length > 0;
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
