import { RULE_BUNDLE_FORMAT, type RuleBundle } from "@suzheng/certification";
import type { FsckRun } from "../fsck-run.ts";

type Run = Pick<FsckRun, "parts" | "snapshot" | "damages">;
type Named = { hash: string; by: string };

/** All that acts name by its hash lies beside the log, byte for byte; files of bundles too. */
export async function checkEvidence(run: Run, log: string): Promise<void> {
  for (const { hash, index } of await run.snapshot.evidence(log)) {
    const isWhole = await checkOne(run, log, { hash, by: `entry ${index}` });
    if (!isWhole) continue;
    for (const file of await filesOf(run, hash)) {
      await checkOne(run, log, { hash: file, by: `the bundle \`${hash}\` of entry ${index}` });
    }
  }
}

async function checkOne({ parts, damages }: Run, log: string, { hash, by }: Named) {
  const found = await parts.evidence.look(hash);
  if (found === "whole") return true;
  const where = `evidence \`${hash}\`, named by ${by}`;
  damages.add("evidence", { log, where, expected: "the bytes of that hash", found });
  return false;
}

async function filesOf({ parts }: Run, hash: string): Promise<string[]> {
  const evidence: Partial<RuleBundle> = JSON.parse((await parts.evidence.get(hash)) ?? "{}");
  if (evidence.format !== RULE_BUNDLE_FORMAT) return [];
  return (evidence.content?.files ?? []).map(({ sha256 }) => sha256);
}
