import type { RuleBundle } from "@suzheng/certification";
import { clausesOf } from "./check-draft.ts";
import type { EvidenceStore } from "./evidence-store.ts";

/** The clauses that were filed under this hash; null when they can no longer be told. */
export async function filedClauses(
  evidence: Pick<EvidenceStore, "look" | "get">,
  hash: string,
): Promise<ReturnType<typeof clausesOf> | null> {
  if ((await evidence.look(hash)) !== "whole") return null;
  const bundle: RuleBundle = JSON.parse((await evidence.get(hash)) ?? ""); // whole: ours
  return clausesOf(bundle.content);
}
