import assert from "node:assert/strict";
import { test } from "node:test";
import { oneLanguage } from "./one-language.ts";

test("a message in two languages is shown in the reader's", () => {
  const message = "不属于 UTF-8 / GB18030 编码 / not UTF-8 / GB18030";
  assert.equal(oneLanguage(message, "zh"), "不属于 UTF-8 / GB18030 编码");
  assert.equal(oneLanguage(message, "en"), "not UTF-8 / GB18030");
});

test("a message that cannot be told apart is shown whole", () => {
  assert.equal(oneLanguage("只有一种", "en"), "只有一种");
  assert.equal(oneLanguage("中文 / the file `甲.csv`", "en"), "中文 / the file `甲.csv`");
});
