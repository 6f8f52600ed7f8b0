import assert from "node:assert/strict";
import { test } from "node:test";
import { askOf, lackOf, NOTHING_TYPED } from "./tolling-ask.ts";

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

test("what a request lacks is named, from the top of the form", () => {
  assert.equal(lackOf(TYPED), null);
  assert.equal(lackOf({ ...TYPED, regions: "350000，110000" }), null);
  assert.equal(lackOf({ ...TYPED, requirements: [], reason: "" }), "deadlines");
  assert.equal(lackOf({ ...TYPED, regions: "福建" }), "regions");
  assert.equal(lackOf({ ...TYPED, until: "" }), "days");
  assert.equal(lackOf({ ...TYPED, until: TYPED.from }), "order");
  assert.equal(lackOf({ ...TYPED, reason: " " }), "reason");
});
