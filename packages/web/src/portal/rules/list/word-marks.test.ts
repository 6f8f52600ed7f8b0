import assert from "node:assert/strict";
import { test } from "node:test";
import { markWords } from "./word-marks.ts";

const marked = async (before: string, after: string) =>
  (await markWords(before, after))
    .map(({ text, change }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[change])
    .join("");

test("changed words are marked within the text, whole words in both languages", async () => {
  assert.equal(
    await marked("合计不超过 180 天。", "合计不超过 170 天。"),
    "合计不超过 [-180][+170] 天。",
  );
  assert.equal(
    await marked("within twelve months", "within eleven months"),
    "within [-twelve][+eleven] months",
  );
});

test("both texts can be read back from the marks", async () => {
  const [before, after] = ["首次监督在签发后 12 个月内进行", "监督在签发之日起 12 个月内完成"];
  const parts = await markWords(before, after);
  const without = (left: string) =>
    parts
      .filter(({ change }) => change !== left)
      .map(({ text }) => text)
      .join("");
  assert.equal(without("added"), before);
  assert.equal(without("removed"), after);
});
