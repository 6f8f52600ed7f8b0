import type { FsckRun } from "./fsck.ts";

/** Everything that acts name by its hash lies beside the log, byte for byte. */
export async function checkEvidence(
  { parts, snapshot, damages }: Pick<FsckRun, "parts" | "snapshot" | "damages">,
  log: string,
): Promise<void> {
  for (const { hash, index } of await snapshot.evidence(log)) {
    const found = await parts.evidence.look(hash);
    if (found === "whole") continue;
    const where = `evidence \`${hash}\`, named by entry ${index}`;
    damages.add("evidence", { log, where, expected: "the bytes of that hash", found });
  }
}
