import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPack } from "../compile/load-pack.ts";
import { shippedPack, shippedTexts } from "../shipped-pack.fixture.ts";
import { diffPacks } from "./diff-versions.ts";

const from = shippedPack();

function revised(
  changes: readonly [string, string][],
  ofExamples: readonly [string, string][] = [],
) {
  const { pack, examples } = shippedTexts();
  const change = (text: string, all: readonly [string, string][]) =>
    all.reduce((changed, [old, now]) => {
      assert.ok(changed.includes(old), old);
      return changed.replace(old, now);
    }, text);
  const loaded = loadPack({ pack: change(pack, changes), examples: change(examples, ofExamples) });
  assert.ok(loaded.ok, JSON.stringify(loaded));
  return loaded.pack;
}

test("a version does not differ from itself", () => {
  const { head, clauses, parameters } = diffPacks(from, from);
  assert.deepEqual({ head, clauses, parameters }, { head: [], clauses: [], parameters: [] });
});

const raised = revised(
  [
    ["id: onSiteDaysMax, value: 180", "id: onSiteDaysMax, value: 170"],
    ["inForceFrom: 2026-01-01", "inForceFrom: 2027-01-01"],
  ],
  [
    ["恰好 180 天, expect: met", "180 天, expect: not-met"],
    ["120 天, expect: met,", "120 天, expect: met, boundary: true,"],
  ],
);

test("a parameter is shown under the clause whose requirement reads it, before and after", () => {
  const { clauses, parameters, head } = diffPacks(from, raised);
  const change = { id: "onSiteDaysMax", change: "changed" };
  const fields = [{ field: "value", before: 180, after: 170 }];
  assert.deepEqual(clauses, [
    {
      number: "3.9",
      change: "unchanged",
      fields: [],
      requirements: [],
      parameters: [{ ...change, fields }],
    },
  ]);
  assert.deepEqual(parameters, [{ ...change, fields }]);
  assert.deepEqual(head, [{ field: "inForceFrom", before: "2026-01-01", after: "2027-01-01" }]);
});

test("a clause's text, its source and a deadline are shown field by field", () => {
  const after = revised([
    ["source: Q-16、Q-18（CNCA 答疑，S-07）", "source: 虚构的正式文本"],
    ["remindDays: [180, 90, 30]", "remindDays: [120]"],
    ["severity: serious", "severity: major"],
  ]);
  const { clauses } = diffPacks(from, after);
  assert.deepEqual(
    clauses.map(({ number, change, fields, requirements }) => [
      number,
      change,
      [...fields, ...requirements.flatMap((one) => one.fields)].map(({ field }) => field),
    ]),
    [
      ["3.9", "changed", ["source"]],
      ["5.4.1.4", "unchanged", ["severity"]],
      ["5.8.2", "unchanged", ["deadline.remindDays"]],
    ],
  );
});

test("what is new in one direction is removed in the other", () => {
  const extra = `  - number: 虚构条款
    title: { zh: 题, en: title }
    text: { zh: 文, en: text }
    source: invented
    confidence: low
parameters:`;
  const after = revised([["\nparameters:", `\n${extra}`]]);
  const kinds = (diff: ReturnType<typeof diffPacks>) =>
    diff.clauses.map(({ number, change }) => `${number} ${change}`);
  assert.deepEqual(kinds(diffPacks(from, after)), ["虚构条款 added"]);
  assert.deepEqual(kinds(diffPacks(after, from)), ["虚构条款 removed"]);
});
