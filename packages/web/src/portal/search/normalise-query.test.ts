import assert from "node:assert/strict";
import { test } from "node:test";
import { asCertificateNumber, normaliseQuery, numberInAddress } from "./normalise-query.ts";

test("full-width characters and blanks do not matter", () => {
  assert.equal(normaliseQuery("　０３４２５Ｑ１０２８６Ｒ０Ｓ "), "03425Q10286R0S");
  assert.equal(normaliseQuery("海州  精工\u200b机械"), "海州 精工 机械");
});

test("a certificate number is recognised in any case and with blanks", () => {
  assert.equal(asCertificateNumber("034 25q10286r0s"), "03425Q10286R0S");
  assert.equal(asCertificateNumber("03425Q10286R0S-2"), "03425Q10286R0S-2");
});

test("a name is no certificate number", () => {
  assert.equal(asCertificateNumber("海州精工机械"), null);
  assert.equal(asCertificateNumber("machinery"), null);
  assert.equal(asCertificateNumber("12"), null);
});

test("the number is read from the address in a QR code", () => {
  assert.equal(
    numberInAddress("https://trace.example/c/03425Q10286R0S?on=2026-01-01"),
    "03425Q10286R0S",
  );
  assert.equal(numberInAddress("/c/A%2F1"), "A/1");
});

test("other addresses give no number", () => {
  assert.equal(numberInAddress("https://trace.example/pay/03425Q10286R0S"), null);
  assert.equal(numberInAddress("javascript:alert(1)//c/1"), null);
  assert.equal(numberInAddress("/c/%E0%A4%A"), null);
});
