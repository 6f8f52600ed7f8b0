import type { FsckRow } from "../../application/fsck.ts";
import type { StoredStreams } from "./compare-streams.ts";
import type { Damages } from "./damages.ts";
import { ruleVersionRows } from "./replay-rule.ts";
import { differingName } from "./same-json.ts";

const nameOf = ({ rule, version }: FsckRow): string => `${String(rule)} ${String(version)}`;

/** The stored versions of rules against those told again from the log. */
export function compareRules(
  { log, damages }: { log: string; damages: Damages },
  { streams, ruleVersions }: Pick<StoredStreams, "streams" | "ruleVersions">,
): void {
  const stored = new Map(ruleVersions.map((row) => [nameOf(row), row]));
  for (const expected of streams.flatMap(({ replay }) => ruleVersionRows(replay))) {
    const row = stored.get(nameOf(expected));
    const where = `rule_versions \`${nameOf(expected)}\``;
    if (row === undefined) {
      damages.add("rule", { log, where, expected: "a row", found: "none" });
      continue;
    }
    const name = differingName(expected, row);
    if (name === null) continue;
    const show = (value: FsckRow) => `${name} = ${JSON.stringify(value[name])}`;
    damages.add("rule", { log, where, expected: show(expected), found: show(row) });
  }
}
