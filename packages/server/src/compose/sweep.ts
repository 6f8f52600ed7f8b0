import { createHash } from "node:crypto";
import {
  type SweepReport,
  sweepObligations,
} from "../application/obligations/sweep-obligations.ts";
import { postgresObligationStore } from "../postgres/obligations/obligation-store.ts";
import type { Platform } from "./platform.ts";

export type SweptPlatform = Pick<Platform, "database" | "packs" | "now">;

/** One sweep over the obligations of all institutions, as of the platform's clock. */
export async function sweepPlatform(
  platform: SweptPlatform,
  isStopped: () => boolean = () => false,
): Promise<SweepReport | "somebody-else-sweeps"> {
  const { database, packs, now } = platform;
  const hashes = packs.map(({ contentHash }) => contentHash).sort();
  return sweepObligations({
    store: postgresObligationStore(database),
    packs: packs.map(({ pack }) => pack),
    rules: createHash("sha256").update(hashes.join("\n")).digest("hex"),
    now,
    isStopped,
  });
}
