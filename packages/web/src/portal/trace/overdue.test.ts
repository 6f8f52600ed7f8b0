import assert from "node:assert/strict";
import { test } from "node:test";
import { isEscalated, overdueNow } from "./overdue.ts";

const deadline = (requirement: string, dueOn: string, state: "ahead" | "overdue") => ({
  requirement,
  step: dueOn,
  clause: "5.4.1.4",
  dueOn,
  state,
  unconfirmed: false,
  message: { zh: dueOn, en: dueOn },
  tolled: null,
});

const audit = deadline("surveillance", "2026-11-19", "overdue");
const suspension = deadline("surveillance", "2026-11-20", "overdue");
const withdrawal = deadline("surveillance", "2027-05-20", "ahead");
const recertification = deadline("recertification", "2027-01-10", "ahead");
const all = [audit, suspension, withdrawal, recertification];

test("of a chain of missed steps the last one says what has to be done", () => {
  assert.deepEqual(overdueNow(all), [suspension]);
  assert.deepEqual(overdueNow([withdrawal, recertification]), []);
});

test("a missed step whose consequence is missed too has led on", () => {
  assert.equal(isEscalated(audit, all), true);
  assert.equal(isEscalated(suspension, all), false);
  assert.equal(isEscalated(audit, [audit, withdrawal]), false);
});
