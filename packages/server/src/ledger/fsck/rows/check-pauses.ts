import type { FsckRow, FsckSnapshot } from "../../../application/fsck.ts";
import type { ToldPause } from "../streams/told-again.ts";
import { type CompareScope, compareRow } from "./compare-row.ts";

type Scope = CompareScope & {
  snapshot: Pick<FsckSnapshot, "pauses" | "pauseLogs">;
};

const sorted = (names: unknown) => (Array.isArray(names) ? [...names].sort() : names);

/** Pauses that deadlines are counted by, against the acts that approved them. */
export async function checkPauses(scope: Scope, told: readonly ToldPause[]): Promise<void> {
  if (told.length === 0) return;
  const { snapshot, log } = scope;
  const stored = new Map((await snapshot.pauses(log)).map((row) => [row.id, row]));
  for (const { id, pause } of told) {
    const row = stored.get(id);
    // It is recorded in the log of each body first and holds when it stands in all of them.
    if (row?.pause === null && row.isApproving) continue;
    // A pause names the bodies in whose logs it stands.
    const expected = { ...pause, institutions: sorted(await snapshot.pauseLogs(id)) };
    const found = row?.pause === null ? undefined : withSortedBodies(row?.pause);
    compareRow(scope, { kind: "pause", where: `pauses \`${id}\``, expected, found });
  }
}

function withSortedBodies(pause: FsckRow | undefined): FsckRow | undefined {
  return pause && { ...pause, institutions: sorted(pause.institutions) };
}
