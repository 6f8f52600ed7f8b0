import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.ts";

test("bytes survive both alphabets and are those of Node", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      assert.equal(toBase64(bytes), Buffer.from(bytes).toString("base64"));
      assert.equal(toBase64Url(bytes), Buffer.from(bytes).toString("base64url"));
      assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
      assert.deepEqual(fromBase64Url(toBase64Url(bytes)), bytes);
    }),
  );
});

for (const text of ["A", "AA", "AAA", "AA=A", "AB==", "AAB=", "AAAA\n", " AAAA", "AA-A", "===="]) {
  test(`${JSON.stringify(text)} is no base64`, () => assert.equal(fromBase64(text), null));
}

for (const text of ["A", "AB", "AAB", "AA==", "AA+A", "AA A"]) {
  test(`${JSON.stringify(text)} is no base64url`, () => assert.equal(fromBase64Url(text), null));
}
