import { createHash } from "node:crypto";
import {
  type SweepParts,
  type SweepReport,
  sweepObligations,
} from "../application/obligations/sweep-obligations.ts";
import { commitOrRollback } from "../postgres/commit-or-rollback.ts";
import type { Database } from "../postgres/database.ts";
import { postgresObligationStore } from "../postgres/obligations/obligation-store.ts";
import type { Platform } from "./platform.ts";

export type SweptPlatform = Pick<Platform, "database" | "packs" | "now">;
export type SweepOptions = Pick<SweepParts, "isStopped" | "onChanges">;

/** One sweep over the obligations of all institutions, as of the platform's clock. */
export const sweepPlatform = (
  platform: SweptPlatform,
  options: SweepOptions = {},
): Promise<SweepReport | "somebody-else-sweeps"> =>
  sweepObligations({ ...partsOf(platform, platform.database), ...options });

/**
 * What one sweep would change on a day, from today on, if none came before it and nothing new were
 * reported. Nothing of it stays; a server's own sweeps wait meanwhile.
 */
export const trySweep = (
  platform: SweptPlatform,
  { on, onChanges }: { on: string } & Pick<Required<SweepOptions>, "onChanges">,
): Promise<SweepReport | "somebody-else-sweeps"> =>
  commitOrRollback(platform.database, async (inside) => {
    const parts = partsOf(platform, inside);
    const value = await sweepObligations({ ...parts, now: () => noonOf(on), onChanges });
    return { end: "rollback", value };
  });

/** In China. */
const noonOf = (day: string): string => `${day}T04:00:00.000Z`;

function partsOf({ packs, now }: SweptPlatform, database: Database): SweepParts {
  const hashes = packs.map(({ contentHash }) => contentHash).sort();
  return {
    store: postgresObligationStore(database),
    packs: packs.map(({ pack }) => pack),
    rules: createHash("sha256").update(hashes.join("\n")).digest("hex"),
    now,
  };
}
