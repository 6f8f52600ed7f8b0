import assert from "node:assert/strict";
import { test } from "node:test";
import { told, toldAsRecorded } from "./translated.ts";

const translations = new Map([["附录B", "Annex B"]]);

test("a number that a pack writes in Chinese is told in English, and in Chinese as it stands", () => {
  assert.deepEqual(told("附录B", { language: "en", translations }), {
    text: "Annex B",
    lang: undefined,
  });
  assert.deepEqual(told("附录B", { language: "zh", translations }), {
    text: "附录B",
    lang: undefined,
  });
});

test("what is not translated stands as it was recorded, marked as Chinese", () => {
  const unknown = { text: "虚构条款", lang: "zh-CN" } as const;
  assert.deepEqual(told("虚构条款", { language: "en", translations }), unknown);
  assert.deepEqual(toldAsRecorded("虚构条款", "en"), [unknown]);
  const here = { text: "虚构条款", lang: undefined };
  assert.deepEqual(toldAsRecorded("虚构条款", "zh"), [here], "the page says so already");
});

test("in an English sentence only the Chinese name is marked", () => {
  assert.deepEqual(toldAsRecorded("You act for 样例 144 号楼（北）, Beijing.", "en"), [
    { text: "You act for ", lang: undefined },
    { text: "样例 144 号楼（北", lang: "zh-CN" },
    { text: "）, Beijing.", lang: undefined },
  ]);
});

test("numbers and ids stay as they are, with the stops of the language", () => {
  const english = (text: string) => told(text, { language: "en", translations }).text;
  for (const text of ["3.10", "IAF MD 5", "S-101"]) assert.equal(english(text), text);
  assert.equal(english("A-10、A-11（S-51）；S-52"), "A-10, A-11 (S-51); S-52");
});
