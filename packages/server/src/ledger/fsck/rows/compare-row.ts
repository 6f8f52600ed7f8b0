import type { DamageKind, FsckRow } from "../../../application/fsck.ts";
import type { Damages } from "../damages.ts";
import { differingName } from "../same-json.ts";

export type CompareScope = { log: string; damages: Damages };

export type RowPair = {
  kind: DamageKind;
  /** Table and key. */
  where: string;
  /** Null where there is to be no row. */
  expected: FsckRow | null;
  found: FsckRow | undefined;
};

/** Names the first column in which a row is not as the entries tell it. */
export function compareRow({ log, damages }: CompareScope, pair: RowPair): void {
  const { kind, where, expected, found } = pair;
  if (expected === null || found === undefined) {
    if (expected === null && found === undefined) return;
    const say = (row: FsckRow | null | undefined) => (row ? "a row" : "no row");
    damages.add(kind, { log, where, expected: say(expected), found: say(found) });
    return;
  }
  const name = differingName(expected, found);
  if (name === null) return;
  const show = (row: FsckRow) => `${name} = ${JSON.stringify(row[name]) ?? "nothing"}`;
  damages.add(kind, { log, where, expected: show(expected), found: show(found) });
}
