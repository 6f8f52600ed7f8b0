import assert from "node:assert/strict";
import { test } from "node:test";
import { initialsOf } from "./holder-initials.ts";
import { foldForSearch } from "./search-text.ts";

const NAMES = [
  ["示例精密机械有限公司", "sljmjxyxgs"],
  ["重庆样例银行设备厂", "cqylyhsbc"],
  ["长沙样例（集团）公司", "csyljtgs"],
  ["样例ABC科技2026", "ylabckj2026"],
] as const;

for (const [name, initials] of NAMES) {
  test(`${name} is looked for as ${initials}`, () => {
    assert.equal(initialsOf(foldForSearch(name)), initials);
  });
}

test("initials hold no blank, which parts fragments where they are stored", () => {
  for (const name of ["样例 有限", "a b　c", "样\u00a0例\u3000厂"]) {
    assert.doesNotMatch(initialsOf(foldForSearch(name)), /\s/);
  }
});
