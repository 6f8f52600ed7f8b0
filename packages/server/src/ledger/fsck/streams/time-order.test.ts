import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { collectLeaves } from "./stream-leaves.ts";
import { fallsInTime, NO_TIME, timeOrder } from "./time-order.ts";

const instants = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());

test("numbers order instants as the instants order themselves", () => {
  fc.assert(
    fc.property(instants, instants, (one, other) => {
      assert.equal(Math.sign(timeOrder(one) - timeOrder(other)), one < other ? -1 : +(one > other));
    }),
  );
  const step = timeOrder("2026-12-31T23:59:59.999Z") < timeOrder("2027-01-01T00:00:00.000Z");
  assert.ok(step, "over the end of a year");
});

test("an entry whose time is before that of the one before it in the log is found, in whatever stream", () => {
  const leaves = (rows: readonly (readonly [number, number])[]) => {
    const collector = collectLeaves();
    for (const [index, time] of rows) collector.add(index, Buffer.alloc(32), time);
    return collector.leaves();
  };
  const even = leaves([
    [4, 5],
    [0, 1],
    [2, 3],
  ]);
  const inOrder = leaves([
    [1, 1],
    [3, 3],
  ]);
  assert.deepEqual(fallsInTime([even, inOrder], 5), []);
  const odd = leaves([
    [1, NO_TIME],
    [3, 2],
  ]);
  assert.deepEqual(fallsInTime([even, odd], 5), [3]);
});
