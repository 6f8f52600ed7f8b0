import assert from "node:assert/strict";
import { test } from "node:test";
import { bigramsOf, foldForSearch, foldNumber, trigramsOf, wordsOf } from "./search-text.ts";

test("full width, case, blanks, brackets and what has no width make no difference to a name", () => {
  const forms = ["ＡＢＣ（样例）有限公司", "abc 样例 有限公司", "Abc\u200b【样例】有限公司"];
  assert.deepEqual(new Set(forms.map(foldForSearch)), new Set(["abc样例有限公司"]));
});

test("a name of ideographs alone is taken as it is, as folding any of them would leave it", () => {
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const [ideograph, withBlank] = [String.fromCodePoint(code), ` ${String.fromCodePoint(code)}`];
    assert.equal(foldForSearch(ideograph), foldForSearch(withBlank));
  }
});

test("a number is found as it is stored, however it was typed", () => {
  const forms = [
    "90126Q10001R0S",
    "90126q10001r0s",
    "９０１２６Ｑ１０００１Ｒ０Ｓ",
    " 90126 Q\u200b10001R0S ",
  ];
  assert.deepEqual(new Set(forms.map(foldNumber)), new Set(["90126Q10001R0S"]));
});

test("brackets and hyphens of a number stay: they tell one number from another", () => {
  assert.equal(foldNumber("ａ-１/(2)"), "A-1/(2)");
});

test("a name is indexed by its pairs, each once, of whole characters", () => {
  assert.deepEqual(bigramsOf("样例样例"), ["样例", "例样"]);
  assert.deepEqual(bigramsOf("𠮷野家"), ["𠮷野", "野家"]);
});

test("initials are indexed by threes, each once, of whole characters", () => {
  assert.deepEqual(trigramsOf("yxgsyxg"), ["yxg", "xgs", "gsy", "syx"]);
  assert.deepEqual(trigramsOf("𠮷yj"), ["𠮷yj"]);
  assert.deepEqual(trigramsOf("yx"), []);
});

test("a single character has no pair", () => {
  for (const folded of ["", "样", "𠮷"]) assert.deepEqual(bigramsOf(folded), []);
});

test("blanks part a name into what must stand in it, unless a part is a single character", () => {
  assert.deepEqual(wordsOf(" 榛葭　电子 (ABC) "), ["榛葭", "电子", "abc"]);
  assert.deepEqual(wordsOf("榛 葭电子"), ["榛葭电子"]);
  assert.deepEqual(wordsOf("榛葭 -"), ["榛葭"]);
});
