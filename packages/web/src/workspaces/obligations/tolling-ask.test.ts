import assert from "node:assert/strict";
import { test } from "node:test";
import { askOf, isComplete, NOTHING_TYPED } from "./tolling-ask.ts";

const TYPED = { ...NOTHING_TYPED, from: "2027-01-01", until: "2027-02-01", reason: "样例：台风" };

test("what is left empty is asked for everywhere and for every deadline", () => {
  const { from, until, reason } = TYPED;
  const asked = { from, until, reason, requirements: ["all"], regions: ["all"] };
  assert.deepEqual(askOf(TYPED, true), asked);
  assert.deepEqual(askOf(TYPED, false), { ...asked, institutions: ["all"] });
});

test("codes are told apart by spaces and by commas of both kinds", () => {
  const typed = { ...TYPED, regions: " 350000，440100, 110000、", requirements: ["a"] };
  const { regions, requirements } = askOf(typed, true);
  assert.deepEqual([regions, requirements], [["350000", "440100", "110000"], ["a"]]);
});

test("a request without days, without a reason or of no deadline is not complete", () => {
  assert.ok(isComplete(TYPED));
  assert.ok(!isComplete({ ...TYPED, until: "" }));
  assert.ok(!isComplete({ ...TYPED, reason: " " }));
  assert.ok(!isComplete({ ...TYPED, requirements: [] }));
});
