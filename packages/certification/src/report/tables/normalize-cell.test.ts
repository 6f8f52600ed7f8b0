import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  normalizeCell,
  normalizeCode,
  normalizeText,
  splitFields,
  splitValues,
} from "./normalize-cell.ts";

const CODES: readonly [string, string, string][] = [
  ["blanks around and inside go", "  034 10Q10286 R0S\t", "03410Q10286R0S"],
  ["letters become upper-case", "03410q10286r0s", "03410Q10286R0S"],
  ["full-width letters and digits become half-width", "０３４１０Ｑ１", "03410Q1"],
  ["invisible characters go", "\ufeff034\u200b10Q\u00ad1\u2060", "03410Q1"],
  ["full-width and no-break blanks go", "\u3000034\u00a010Q1\u3000", "03410Q1"],
  ["line ends go", "03410\r\nQ1\n", "03410Q1"],
  ["a full-width hyphen becomes a hyphen", "CNCA－R－2002－034", "CNCA-R-2002-034"],
];

for (const [name, raw, expected] of CODES) {
  test(`in a code ${name}`, () => {
    assert.equal(normalizeCode(raw), expected);
  });
}

test("text keeps its width and case, and single blanks inside", () => {
  assert.equal(
    normalizeText("  样例（中国）Ｃｏ．  Ltd\n分公司\u200b "),
    "样例（中国）Ｃｏ． Ltd 分公司",
  );
  assert.equal(normalizeText(" 样例 Ltd"), "样例 Ltd");
  assert.equal(normalizeText("样例 Ltd "), "样例 Ltd");
});

test("a control character never reaches a value", () => {
  assert.equal(normalizeText("a\u0000b"), "a b");
  assert.equal(normalizeText("\ud800"), "\ufffd");
});

test("values are split at semicolons of either width, sub-fields at commas", () => {
  assert.deepEqual(splitValues("01；02; 03；"), ["01", "02", "03"]);
  assert.deepEqual(splitFields("1，程样例，, 0"), ["1", "程样例", "", "0"]);
});

test("normalising twice is the same as normalising once", () => {
  const kinds = fc.constantFrom("text", "code", "figure" as const);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), kinds, (raw, kind) => {
      const once = normalizeCell(raw, kind as "text" | "code" | "figure");
      assert.equal(normalizeCell(once, kind as "text" | "code" | "figure"), once);
    }),
  );
});
