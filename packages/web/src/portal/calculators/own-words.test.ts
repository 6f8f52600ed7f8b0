import assert from "node:assert/strict";
import { test } from "node:test";
import { en as ruleEn } from "../rules/words/en.ts";
import { zh as ruleZh } from "../rules/words/zh.ts";
import * as calculator from "./calculator-words.ts";

function entriesOf(words: object, under = ""): [string, unknown][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? entriesOf(value, `${under}${key}.`)
      : [[`${under}${key}`, value] as [string, unknown]],
  );
}

const WORDS = { rule: { zh: ruleZh, en: ruleEn }, calculator };

for (const [name, { zh, en }] of Object.entries(WORDS)) {
  test(`words of the ${name} pages are there in both languages, none empty or left over`, () => {
    const keys = (words: object) => entriesOf(words).map(([key]) => key);
    assert.deepEqual(keys(en).sort(), keys(zh).sort());
    for (const [key, value] of [...entriesOf(zh), ...entriesOf(en)])
      assert.notEqual(value, "", key);
    for (const [key, value] of entriesOf(en)) {
      if (typeof value === "string") assert.doesNotMatch(value, /\p{Script=Han}/u, key);
    }
  });
}
