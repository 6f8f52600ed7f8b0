import type { Acting } from "../policy/authorise.ts";
import type { HistoryInstitution } from "./replay/history-reader.ts";
import type { WhatIfCommandParts } from "./what-if-parts.ts";

/** A body tries its own acts and nobody else's; a regulator everybody's. */
export async function bodiesToTry(
  { history, registry }: Pick<WhatIfCommandParts, "history" | "registry">,
  { institution }: Acting,
): Promise<HistoryInstitution[]> {
  const all = await history.institutions();
  if ((await registry.organisations.get(institution))?.kind === "regulator") return all;
  return all.filter(({ approvalNumber }) => approvalNumber === institution);
}
