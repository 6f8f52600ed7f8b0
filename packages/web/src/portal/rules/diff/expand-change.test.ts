import assert from "node:assert/strict";
import { test } from "node:test";
import { expandChange } from "./expand-change.ts";

test("what was added as a whole is shown part by part, without what is empty", () => {
  const after = { zh: "服务记录保存三年。", en: "" };
  assert.deepEqual(expandChange({ field: "text", before: null, after }), [
    { field: "text.zh", before: null, after: "服务记录保存三年。" },
  ]);
});

test("what was removed as a whole is shown likewise, however deep", () => {
  const before = { title: "甲", access: { kind: "obtainable", how: "索取" } };
  assert.deepEqual(
    expandChange({ field: "basis.A", before, after: null }).map(({ field, after }) => [
      field,
      after,
    ]),
    [
      ["basis.A.title", null],
      ["basis.A.access.kind", null],
      ["basis.A.access.how", null],
    ],
  );
});

test("a changed value, a list and a text that was filled in stay as they are", () => {
  const changes = [
    { field: "value", before: 180, after: 170 },
    { field: "itemCodes", before: ["A01"], after: ["A01", "A02"] },
    { field: "text.en", before: "", after: "kept for three years" },
  ];
  for (const change of changes) assert.deepEqual(expandChange(change), [change]);
  assert.deepEqual(expandChange({ field: "text.en", before: "", after: null }), []);
});
