import type { FsckRow, FsckRuleIndex, FsckSnapshot } from "../../../application/fsck.ts";
import { filedClauses } from "../../../application/registry/filed-clauses.ts";
import type { FsckParts } from "../fsck-parts.ts";
import type { ToldRule } from "../streams/told-again.ts";
import { type CompareScope, compareRow } from "./compare-row.ts";
import { type ExpectedIndex, expectedIndex } from "./expected-rule-index.ts";

type Scope = CompareScope & {
  snapshot: Pick<FsckSnapshot, "rules" | "ruleVersions" | "ruleIndex">;
  evidence: FsckParts["evidence"];
};

const keyOf = ({ rule, version }: FsckRow): string => `${String(rule)} ${String(version)}`;

/** Everything that is stored of a log's rules against its entries and the evidence they name. */
export async function checkRules(scope: Scope, told: readonly ToldRule[]): Promise<void> {
  if (told.length === 0) return;
  const { snapshot, log } = scope;
  const rules = new Map((await snapshot.rules(log)).map((row) => [row.rule, row]));
  const versions = new Map((await snapshot.ruleVersions(log)).map((row) => [keyOf(row), row]));
  const index = await snapshot.ruleIndex(log);
  for (const { rule, row, versions: expected } of told) {
    const found = rules.get(rule);
    compareRow(scope, { kind: "rule", where: `rules \`${rule}\``, expected: row, found });
    for (const version of expected) {
      await checkVersion(scope, { version, found: versions.get(keyOf(version)), index });
    }
  }
}

type Version = { version: FsckRow; found: FsckRow | undefined; index: FsckRuleIndex };

async function checkVersion(scope: Scope, { version, found, index }: Version): Promise<void> {
  const where = `rule_versions \`${keyOf(version)}\``;
  const clauses = await filedClauses(scope.evidence, String(version.content_hash));
  // Lost evidence is a damage of its own; what does not come from it is still compared.
  const expected = { ...version, clauses: clauses ?? found?.clauses };
  compareRow(scope, { kind: "rule", where, expected, found });
  if (clauses === null) return;
  const key = keyOf({ ...version, rule: `${scope.log}/${String(version.rule)}` });
  compareIndex(scope, { key, index, expected: expectedIndex(scope.log, version, clauses) });
}

type Indexed = { key: string; index: FsckRuleIndex; expected: ExpectedIndex | null };

function compareIndex(scope: Scope, { key, index, expected }: Indexed): void {
  const kind = "rule-index";
  const { [key]: found } = index.versions;
  const where = `rule_search_versions \`${key}\``;
  compareRow(scope, { kind, where, expected: expected?.version ?? null, found });
  const clauses = expected?.clauses ?? [];
  const stored = index.clauses[key] ?? [];
  for (let place = 0; place < Math.max(clauses.length, stored.length); place++) {
    const [told, row] = [clauses[place], stored[place]];
    const at = (table: string) =>
      ({ kind, where: `${table} \`${key}\` clause ${place + 1}` }) as const;
    const { clause = null, wording = null } = told ?? {};
    compareRow(scope, { ...at("rule_search_clauses"), expected: clause, found: row?.clause });
    compareRow(scope, { ...at("rule_search_wordings"), expected: wording, found: row?.wording });
  }
}
