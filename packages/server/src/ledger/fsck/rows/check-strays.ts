import type { DamageKind, FsckCompared } from "../../../application/fsck.ts";
import type { FsckRun } from "../fsck-run.ts";

type Stray = { kind: DamageKind; expected?: string; found?: string };

/** By table; where nothing is said, a row of something that no entry tells. */
const STRAYS: Readonly<Record<string, Stray>> = {
  stream_states: { kind: "stream-state" },
  certificates: { kind: "certificate" },
  certificate_numbers: {
    kind: "certificate",
    expected: "the number of a certificate of this log",
    found: "no or another owner",
  },
  rules: { kind: "rule" },
  rule_versions: { kind: "rule" },
  rule_search_versions: { kind: "rule-index" },
  rule_search_clauses: { kind: "rule-index" },
  rule_search_wordings: { kind: "rule-index" },
  pauses: { kind: "pause" },
  obligations: { kind: "obligation" },
  "obligations.tolled": {
    kind: "obligation",
    expected: "nothing, since no pause stands in the log",
    found: "a day that was put off",
  },
  "obligation_positions.next_index": {
    kind: "obligation",
    expected: "an entry of the log, or its end",
    found: "an index beyond its end",
  },
};

/** Rows that nothing in the log accounts for. */
export async function checkStrays(
  { snapshot, damages, damagesMax }: FsckRun,
  log: string,
  compared: FsckCompared,
): Promise<void> {
  for (const { where, found } of await snapshot.strayRequests(log, damagesMax)) {
    damages.add("request", { log, where, expected: "its submitter's entries", found });
  }
  const asked = { compared, limit: damagesMax };
  for (const { table, row } of await snapshot.strayProjections(log, asked)) {
    const {
      kind,
      expected = "no row",
      found = "a row without entries",
    } = STRAYS[table] ?? unnamed(table);
    damages.add(kind, { log, where: `${table} \`${row}\``, expected, found });
  }
}

function unnamed(table: string): never {
  throw new Error(`nobody has said what a stray row of \`${table}\` is`);
}
