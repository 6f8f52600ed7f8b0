import assert from "node:assert/strict";
import { test } from "node:test";
import { numbersOf } from "./requirement-numbers.ts";

test("every act is in one of the numbers, and what became untold is a flip too", () => {
  const numbers = numbersOf({
    outcomes: [
      { before: "met", after: "met", acts: 10 },
      { before: "met", after: "not-met", acts: 2 },
      { before: "not-met", after: "met", acts: 3 },
      { before: "not-met", after: "not-met", acts: 4 },
      { before: "not-applicable", after: "not-applicable", acts: 50 },
      { before: "cannot-tell", after: "cannot-tell", acts: 6 },
      { before: "met", after: "cannot-tell", acts: 1 },
    ],
  });
  assert.deepEqual(
    numbers.flips.map(({ before, after, acts }) => `${before} ${after} ${acts}`),
    ["not-met met 3", "met not-met 2", "met cannot-tell 1"],
  );
  const { stayMet, stayNotMet, notApplicable, cannotTell } = numbers;
  assert.deepEqual([stayMet, stayNotMet, notApplicable, cannotTell], [10, 4, 50, 7]);
});
