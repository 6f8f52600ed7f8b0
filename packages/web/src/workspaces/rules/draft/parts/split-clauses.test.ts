import assert from "node:assert/strict";
import { test } from "node:test";
import { splitClauses } from "./split-clauses.ts";

const rows = (text: string) =>
  splitClauses(text).map(({ number, title, text }) => [number, title.zh, text.zh]);

test("numbered lines begin clauses, with the title on their line", () => {
  const text =
    "样例规则\n\n1 适用范围\n适用于样例。\n1.1 例外\n\n没有例外。\n还有一行。\n2. 要求\n应当做到。";
  assert.deepEqual(rows(text), [
    ["1", "适用范围", "适用于样例。"],
    ["1.1", "例外", "没有例外。\n还有一行。"],
    ["2", "要求", "应当做到。"],
  ]);
});

test("articles begin clauses, and a sentence after the number is the text", () => {
  assert.deepEqual(rows("第一条 机构应当公开规则。\n第二条 监督\n每年一次。"), [
    ["第一条", "", "机构应当公开规则。"],
    ["第二条", "监督", "每年一次。"],
  ]);
});

test("a number inside a line, or without words, begins nothing", () => {
  assert.deepEqual(rows("1 范围\n不少于 2 次\n2026\n3.5%以下"), [
    ["1", "范围", "不少于 2 次\n2026\n3.5%以下"],
  ]);
});

test("a text without numbers has no clauses", () => {
  assert.deepEqual(rows("只有一段话。"), []);
});
