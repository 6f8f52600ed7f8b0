import assert from "node:assert/strict";
import { test } from "node:test";
import { addWorkingDays } from "./working-days.ts";

test("a weekend is not worked", () => {
  assert.equal(addWorkingDays("2026-04-15", 5), "2026-04-22");
});

test("the Spring Festival is skipped and its make-up day is worked", () => {
  // Official 2026 list: 15 to 23 February free, Saturday 28 February worked.
  assert.equal(addWorkingDays("2026-02-14", 1), "2026-02-24");
  assert.equal(addWorkingDays("2026-02-27", 1), "2026-02-28");
});

test("a year whose holidays are not published cannot be told", () => {
  assert.equal(addWorkingDays("2026-12-30", 5), null);
  assert.equal(addWorkingDays("2027-03-01", 1), null);
});
