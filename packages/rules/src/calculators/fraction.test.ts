import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ceiling, ceilingOfRoot, fractionOf, nearestHalf } from "./fraction.ts";

test("the nearest half day of 5.3 is 5.5, of 5.2 is 5; 5.25 lies between", () => {
  assert.deepEqual(nearestHalf(fractionOf(5.3)), { tie: false, down: 5.5, up: 5.5 });
  assert.deepEqual(nearestHalf(fractionOf(5.2)), { tie: false, down: 5, up: 5 });
  assert.deepEqual(nearestHalf(fractionOf(5.25)), { tie: true, down: 5, up: 5.5 });
  assert.deepEqual(nearestHalf(fractionOf(0.2)), { tie: false, down: 0, up: 0 });
});

test("whole numbers are not rounded up by a binary fraction", () => {
  assert.equal(ceiling({ over: 30 * 10, under: 100 }), 3);
  assert.equal(ceiling({ over: 301, under: 100 }), 4);
  for (let root = 5; root <= 5000; root += 5) {
    assert.equal(ceilingOfRoot(fractionOf(0.6), root * root), (root / 5) * 3);
    assert.equal(ceilingOfRoot(fractionOf(0.8), root * root), (root / 5) * 4);
  }
});

test("the ceiling of a root is the least whole number that reaches it", () => {
  const input = fc.record({
    hundredths: fc.integer({ min: 1, max: 100 }),
    n: fc.integer({ min: 1, max: 1_000_000 }),
  });
  const property = fc.property(input, ({ hundredths, n }) => {
    const k = ceilingOfRoot({ over: hundredths, under: 100 }, n);
    assert.ok(k * k * 10_000 >= hundredths * hundredths * n);
    assert.ok((k - 1) * (k - 1) * 10_000 < hundredths * hundredths * n);
  });
  fc.assert(property, { numRuns: 1000 });
});
