import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SHIPPED, shipped } from "./calculators/shipped-calculators.fixture.ts";
import { loadRuleSources, type RuleSources, sourceIdsIn, sourcesNamedIn } from "./rule-sources.ts";
import { shippedPacks } from "./shipped-pack.fixture.ts";

function shippedSources(): RuleSources {
  const text = readFileSync(new URL("../../../rule-packs/sources.yaml", import.meta.url), "utf8");
  const loaded = loadRuleSources(text);
  assert.ok(loaded.ok);
  return loaded.sources;
}

test("ids are found one by one and from first to last, and not in numbers of rules", () => {
  const text = "Q-05（S-08…S-11）、CNCA-QMS-01:2025、CNCA-R-2026-901、G-09（S-39b）、S-08";
  const ids = ["Q-05", "S-08", "S-09", "S-10", "S-11", "G-09", "S-39b"];
  assert.deepEqual([...sourceIdsIn(text)], ids);
});

test("every source that what is shipped names is listed, and none is listed in vain", () => {
  const sources = shippedSources();
  const documents = [
    ...shippedPacks().map(({ document }) => document),
    ...SHIPPED.map(shipped).map(({ calculator, vectors }) => ({ calculator, vectors })),
  ];
  const text = JSON.stringify(documents);
  const listed = [...sources.documents, ...sources.facts].map(({ id }) => id);
  assert.equal(new Set(listed).size, listed.length);
  assert.deepEqual(
    [...sourceIdsIn(text)].filter((id) => !listed.includes(id)),
    [],
  );
  assert.deepEqual(sourcesNamedIn(text, sources), sources);
});

test("every document in which a fact was read is listed", () => {
  const { documents, facts } = shippedSources();
  const listed = new Set(documents.map(({ id }) => id));
  assert.deepEqual(
    facts.flatMap((fact) => fact.documents).filter((id) => !listed.has(id)),
    [],
  );
});

test("a text brings its facts and the documents in which they were read, and no others", () => {
  const { documents, facts } = sourcesNamedIn("Q-16、T-02（S-30）", shippedSources());
  assert.deepEqual(
    facts.map(({ id, read }) => [id, read]),
    [
      ["Q-16", "quoted"],
      ["T-02", "general"],
    ],
  );
  assert.deepEqual(
    documents.map(({ id }) => id),
    ["S-07", "S-18", "S-30"],
  );
});

test("a list without a title is refused with its line", () => {
  const loaded = loadRuleSources(
    "format: suzheng-sources/1\ndocuments:\n  - { id: S-07 }\nfacts: []\n",
  );
  assert.ok(!loaded.ok);
  assert.deepEqual([loaded.errors[0]?.line, loaded.errors[0]?.code], [3, "shape"]);
});
