import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY_RULE_CONTENT, type RuleContent } from "@suzheng/api-contract";
import { diffContent } from "./diff-content.ts";

const clause = (number: string, zh: string) => ({
  number,
  title: { zh: "", en: "" },
  text: { zh, en: "" },
});
const content = (more: Partial<RuleContent>): RuleContent => ({ ...EMPTY_RULE_CONTENT, ...more });
const shown = (before: Partial<RuleContent>, after: Partial<RuleContent>) =>
  diffContent(content(before), content(after)).map(
    ({ kind, part, name }) => `${kind} ${part} ${name}`,
  );

test("a version that says the same has no differences", () => {
  const same = { clauses: [clause("1", "甲")], commitment: "负责" };
  assert.deepEqual(shown({ ...same, version: "1" }, { ...same, version: "2" }), []);
});

test("clauses are compared by number, wherever they stand", () => {
  const before = { clauses: [clause("1", "甲"), clause("2", "乙"), clause("3", "丙")] };
  const after = { clauses: [clause("3", "丙"), clause("1", "甲甲"), clause("4", "丁")] };
  assert.deepEqual(shown(before, after), [
    "changed clauses 1",
    "added clauses 4",
    "removed clauses 2",
  ]);
});

test("information, basis, commitment and the executable part are compared too", () => {
  const basis = {
    number: "GB/T 1",
    title: "样例",
    issuer: "",
    issuedOn: null,
    access: { kind: "obtainable" as const, how: "在线" },
  };
  const after = {
    itemCodes: ["A01"],
    basis: [basis],
    commitment: "负责",
    pack: { pack: "id: x", examples: "" },
  };
  assert.deepEqual(shown({}, after), [
    "added information itemCodes",
    "added basis GB/T 1",
    "added commitment commitment",
    "added pack pack.yaml",
  ]);
});
