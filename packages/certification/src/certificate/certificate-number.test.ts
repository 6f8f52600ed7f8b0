import assert from "node:assert/strict";
import { test } from "node:test";
import { numberAsWritten, parseCertificateNumber } from "./certificate-number.ts";

test("an old number falls into its parts", () => {
  assert.deepEqual(parseCertificateNumber("03410Q10286R0S"), {
    bodyNumber: "034",
    year: "10",
    system: "Q",
    sequence: "10286",
    cycle: 0,
    size: "S",
    child: null,
  });
});

test("a child number names its place behind the slash", () => {
  assert.equal(parseCertificateNumber("03410Q10286R1M/2")?.child, "2");
  assert.equal(parseCertificateNumber("03410Q10286R1M-2")?.cycle, 1);
});

test("a number of another convention is simply not taken apart", () => {
  assert.equal(parseCertificateNumber("CN-2026-ABC"), null);
});

const WRITTEN: readonly [string, string][] = [
  ["90126Q10001R0S", "clean"],
  ["90126Q10001R0S-1", "clean"],
  ["90126Q 10001R0S", "blanks"],
  [" 90126Q10001R0S", "blanks"],
  ["90126Q10001R0S\u200b", "blanks"],
  ["90126q10001r0s", "lower-case"],
];

for (const [cell, expect] of WRITTEN) {
  test(`${JSON.stringify(cell)} is written ${expect}`, () => {
    assert.equal(numberAsWritten(cell), expect);
  });
}
