import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decodeEntryBundle, encodeEntryBundle } from "./entry-bundle.ts";

test("entries are preceded by their length, big-endian", () => {
  const bundle = encodeEntryBundle([new Uint8Array([7]), new Uint8Array(258).fill(9)]);
  assert.deepEqual([...bundle.subarray(0, 6)], [0, 1, 7, 1, 2, 9]);
});

test("a bundle gives its entries back", () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 20 });
  fc.assert(
    fc.property(entries, (list) => {
      assert.deepEqual(decodeEntryBundle(encodeEntryBundle(list), list.length), list);
    }),
  );
});

test("an entry of 65,535 bytes fits and one more does not", () => {
  assert.equal(encodeEntryBundle([new Uint8Array(65_535)]).length, 65_537);
  assert.throws(() => encodeEntryBundle([new Uint8Array(65_536)]), /65,535/);
});

test("a bundle that is cut, too long, or of another count is refused", () => {
  const bundle = encodeEntryBundle([new Uint8Array(5), new Uint8Array(6)]);
  assert.equal(decodeEntryBundle(bundle.subarray(0, -1), 2), null);
  assert.equal(decodeEntryBundle(bundle.subarray(0, 7), 2), null);
  assert.equal(decodeEntryBundle(new Uint8Array([...bundle, 0]), 2), null);
  assert.equal(decodeEntryBundle(bundle, 1), null);
  assert.equal(decodeEntryBundle(bundle, 3), null);
});
