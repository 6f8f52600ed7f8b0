import assert from "node:assert/strict";
import { test } from "node:test";
import {
  inventedApprovalNumber,
  inventedCertificateNumber,
  inventedCreditCode,
  inventedIdentityNumber,
  inventedPhone,
} from "./invented-codes.ts";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** GB 32100: all 18 characters weighed with powers of three give a multiple of 31. */
function passesCheck(code: string): boolean {
  const sum = [...code].reduce((total, character, at) => {
    const weight = at === 17 ? 1 : Number(3n ** BigInt(at) % 31n);
    return total + ALPHABET.indexOf(character) * weight;
  }, 0);
  return sum % 31 === 0;
}

test("invented credit codes pass their check and are all different", () => {
  assert.ok(passesCheck("91350100M000100Y43"), "a published example");
  const codes = Array.from({ length: 5_000 }, (_, serial) =>
    inventedCreditCode("440300", serial * 97),
  );
  for (const code of codes) {
    assert.match(code, /^91440300XY[0-9A-Y]{8}$/);
    assert.ok(passesCheck(code), code);
  }
  assert.equal(new Set(codes.map((code) => code.slice(8, 17))).size, codes.length);
});

test("invented identity numbers are of region 000000 and all different", () => {
  const numbers = Array.from({ length: 30_000 }, (_, serial) => inventedIdentityNumber(serial));
  for (const number of numbers) assert.match(number, /^000000(19|20)\d{9}[\dX]$/);
  assert.equal(new Set(numbers).size, numbers.length);
});

test("invented phone numbers start with 100, which no network uses", () => {
  assert.equal(inventedPhone(7), "10000000007");
});

test("every body has three digits of its own, and the 800th has none", () => {
  const numbers = Array.from({ length: 799 }, (_, index) => inventedApprovalNumber(index));
  for (const number of numbers) assert.match(number, /^CNCA-R-2001-[2-9]\d\d$/);
  assert.equal(new Set(numbers).size, 799);
  assert.throws(() => inventedApprovalNumber(799));
});

test("a certificate number says body, year, system, cycle and size", () => {
  const parts = { approvalNumber: "CNCA-R-2001-934", year: 2025, systemLetter: "Q" };
  const rest = { sequence: 286, cycle: 1 };
  const number = (headcount: number) => inventedCertificateNumber({ ...parts, ...rest, headcount });
  assert.equal(number(50), "93425Q500286R1S");
  assert.equal(number(51), "93425Q500286R1M");
  assert.equal(number(1001), "93425Q500286R1L");
});
