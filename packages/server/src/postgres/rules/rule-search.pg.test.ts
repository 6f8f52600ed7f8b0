import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { foldForSearch } from "../../application/certificates/search-text.ts";
import type { IndexedRuleVersion } from "../../application/rules/rule-index.ts";
import type { RuleFilters } from "../../application/rules/rule-search.ts";
import { createTestDatabase, type TestDatabase } from "../../testing/test-database.ts";
import { openPool, poolDatabase } from "../database.ts";
import { postgresRuleSearch } from "./rule-search.ts";
import { postgresRuleIndex } from "./rule-search-index.ts";

let testDatabase: TestDatabase;
let pool: ReturnType<typeof openPool>;
const database = () => poolDatabase(pool);

before(async () => {
  testDatabase = await createTestDatabase();
  pool = openPool(testDatabase.url, 4);
});
beforeEach(async () => {
  for (const table of ["versions", "clauses", "wordings"]) {
    await database().query(`delete from rule_search_${table}`);
  }
});
after(async () => {
  await pool.end();
  await testDatabase.drop();
});

const both = (text: string) => ({ zh: text, en: `${text} in English` });
const clause = (number: string, text: string, kinds: string[] = []) => ({
  number,
  title: both(`标题${number}`),
  text: both(text),
  kinds,
});

const VERSION: IndexedRuleVersion = {
  institution: null,
  rule: "sample-rule",
  version: "1",
  contentHash: "a1",
  state: "published",
  number: "SAMPLE-01",
  title: both("样例规则"),
  issuer: both("样例委员会"),
  category: "management-system",
  fields: ["QMS", "A01"],
  inForceFrom: "2026-01-01",
  inForceUntil: null,
  clauses: [clause("1.1", "首次监督审核在 12 个月内进行", ["gate"]), clause("1.2", "证书有效期")],
};

const index = (changes: Partial<IndexedRuleVersion> = {}) =>
  postgresRuleIndex(database()).indexRuleVersion({ ...VERSION, ...changes });

const NO_FILTERS: RuleFilters = {
  category: null,
  field: null,
  issuer: null,
  state: null,
  on: null,
  isFiled: null,
  kind: null,
};

async function found(typed: string, filters: Partial<RuleFilters> = {}): Promise<string[]> {
  const hits = await postgresRuleSearch(database()).search({
    fragment: foldForSearch(typed),
    filters: { ...NO_FILTERS, ...filters },
    after: null,
    limit: 20,
  });
  return hits.map(({ rule, version, clause: number }) => `${rule} ${version} ${number}`);
}

test("a clause is found by any two characters of it, however they are typed", async () => {
  await index();
  for (const typed of ["监督", "督审", "１２个月", "12 个", "监 督 审 核", "ENGLISH"]) {
    assert.ok((await found(typed)).includes("sample-rule 1 1.1"), typed);
  }
  assert.deepEqual(await found("督核"), []);
  assert.deepEqual(await found("1.2"), ["sample-rule 1 1.1", "sample-rule 1 1.2"]);
});

test("what is typed is no pattern", async () => {
  await index({ clauses: [clause("1", "百分之一百%的样本")] });
  assert.deepEqual(await found("一_%"), []);
  assert.deepEqual(await found("百%的"), ["sample-rule 1 1"]);
});

const FILTERED: { name: string; yes: Partial<RuleFilters>; no: Partial<RuleFilters> }[] = [
  {
    name: "category",
    yes: { category: "management-system" },
    no: { category: "product" },
  },
  { name: "scheme", yes: { field: "QMS" }, no: { field: "EMS" } },
  { name: "item code", yes: { field: "A01" }, no: { field: "A02" } },
  { name: "an item code below its own", yes: { field: "A010101" }, no: { field: "A020101" } },
  { name: "state", yes: { state: "published" }, no: { state: "cancelled" } },
  { name: "who made it", yes: { isFiled: false }, no: { isFiled: true } },
  { name: "issuer", yes: { issuer: "样例委" }, no: { issuer: "别的" } },
  { name: "first day in force", yes: { on: "2026-01-01" }, no: { on: "2025-12-31" } },
  { name: "last day in force", yes: { on: "2026-12-31" }, no: { on: "2027-01-01" } },
  { name: "kind of requirement", yes: { kind: "gate" }, no: { kind: "limit" } },
];

for (const { name, yes, no } of FILTERED) {
  test(`clauses are narrowed by ${name}`, async () => {
    await index({ inForceUntil: "2027-01-01" });
    assert.deepEqual(await found("监督", yes), ["sample-rule 1 1.1"]);
    assert.deepEqual(await found("监督", no), []);
  });
}

test("a rule for any scheme is found under each", async () => {
  await index({ fields: ["ANY"] });
  assert.equal((await found("监督", { field: "EMS" })).length, 1);
});

test("the kind asked for is that of the clause's own requirements", async () => {
  await index();
  assert.deepEqual(await found("有效期", { kind: "gate" }), []);
});

test("indexing again does nothing; a new state, hash or day replaces what was known", async () => {
  assert.equal(await index(), "indexed");
  assert.equal(await index(), "unchanged");
  assert.equal(await index({ state: "cancelled" }), "indexed");
  assert.equal(await index({ state: "cancelled", inForceUntil: "2026-06-01" }), "indexed");
  const clauses = [clause("2", "只有再认证")];
  assert.equal(await index({ contentHash: "a2", clauses }), "indexed");
  assert.deepEqual(await found("监督"), []);
  assert.deepEqual(await found("再认证"), ["sample-rule 1 2"]);
});

test("a version that was taken out is not found, others with the same wording are", async () => {
  await index();
  await index({ version: "2", inForceFrom: "2027-01-01" });
  assert.deepEqual(await found("监督"), ["sample-rule 2 1.1", "sample-rule 1 1.1"]);
  await postgresRuleIndex(database()).removeRuleVersion({ ...VERSION, version: "2" });
  assert.deepEqual(await found("监督"), ["sample-rule 1 1.1"]);
});

test("rules of the same name are kept apart by who filed them, those of authorities first", async () => {
  await index();
  await index({ institution: "CNCA-R-2026-901", contentHash: "b1" });
  assert.deepEqual(await found("监督"), ["sample-rule 1 1.1", "CNCA-R-2026-901/sample-rule 1 1.1"]);
  assert.equal(
    (await found("监督", { issuer: "CNCA-R-2026-901".toLowerCase().replaceAll("-", "") })).length,
    1,
  );
});

test("several at once index the same version once and whole", async () => {
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => index()));
  assert.deepEqual(outcomes.toSorted(), ["indexed", "unchanged", "unchanged", "unchanged"]);
});

/** 60 versions of 30 clauses: more than a walk looks at before it turns to the grams. */
async function manyVersions(): Promise<void> {
  for (let n = 1; n <= 60; n++) {
    const clauses = Array.from({ length: 30 }, (_, i) =>
      clause(`${i + 1}`, `认证机构应当留存记录${i === 7 && n % 20 === 0 ? "，罕见之字" : ""}`),
    );
    const rule = `rule-${String(n).padStart(2, "0")}`;
    // Some filed ones, by their names before and after the others.
    const institution = n % 20 === 0 ? "CNCA-R-2026-901" : n % 7 === 0 ? "regulator:sample" : null;
    await index({ institution, rule, contentHash: rule, clauses });
  }
}

test("common and rare words are paged through in one order, without gap or repeat", async () => {
  await manyVersions();
  const search = postgresRuleSearch(database());
  for (const [typed, count] of [
    ["留存记录", 1800],
    ["罕见之字", 3],
    ["机构记录", 0],
  ] as const) {
    const seen: string[] = [];
    let last: Awaited<ReturnType<typeof search.search>>[number] | null = null;
    do {
      const request = { fragment: typed, filters: NO_FILTERS, after: last, limit: 90 };
      const page = await search.search(request);
      seen.push(
        ...page.map(({ isFiled, rule, position }) =>
          [isFiled ? "filed" : "authority", rule, String(position).padStart(2, "0")].join(" "),
        ),
      );
      last = page.length === 90 ? (page.at(-1) ?? null) : null;
    } while (last !== null);
    assert.equal(seen.length, count, typed);
    assert.deepEqual(seen, [...new Set(seen)].toSorted(), typed);
  }
});
