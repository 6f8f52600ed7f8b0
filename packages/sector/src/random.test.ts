import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { seededRandom } from "./random.ts";

const draws = (seed: string, label: string) => {
  const random = seededRandom(seed, label);
  return Array.from({ length: 20 }, () => random.fraction());
};

test("the same seed and label draw the same sequence", () => {
  assert.deepEqual(draws("seed", "body"), draws("seed", "body"));
  assert.deepEqual(
    draws("seed", "body").slice(0, 2),
    [0.31094355625100434, 0.7656540290918201],
    "a change of the generator changes every sector",
  );
});

test("another seed or label draws another sequence", () => {
  assert.notDeepEqual(draws("seed", "body"), draws("seed", "client"));
  assert.notDeepEqual(draws("seed", "body"), draws("other", "body"));
});

test("a number between two ends is whole and never outside them", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(20), (seed, low, width) => {
      const drawn = seededRandom(seed, "ends").between(low, low + width);
      assert.ok(Number.isInteger(drawn) && drawn >= low && drawn <= low + width);
    }),
  );
});

test("a coin falls on both sides about equally", () => {
  const random = seededRandom("coin", "coin");
  const heads = Array.from({ length: 10_000 }, () => random.chance(0.5)).filter(Boolean).length;
  assert.ok(heads > 4_800 && heads < 5_200, `${heads} heads of 10000`);
});
