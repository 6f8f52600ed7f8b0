import assert from "node:assert/strict";
import { test } from "node:test";
import { en, zh } from "./calculator-words.ts";
import { inWordsOfForm } from "./in-words-of-form.ts";

const told = (path: string) =>
  inWordsOfForm(
    { detail: { zh: `输入有误：\`${path}\` 须大于 0。`, en: `bad input: \`${path}\` is missing` } },
    { zh: zh.fields, en: en.fields },
  ).detail;

test("a refusal names a field as the form does, also one within a list", () => {
  assert.equal(told("effectivePersonnel").zh, "输入有误：有效人数 须大于 0。");
  assert.equal(told("systems.0.personDays").zh, "输入有误：单独的审核时间 须大于 0。");
  assert.match(told("effectivePersonnel").en, /Effective number of personnel is missing$/);
});

test("a name that the form does not know stays as it is", () => {
  assert.equal(told("unheard").zh, "输入有误：`unheard` 须大于 0。");
});
