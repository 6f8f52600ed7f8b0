import assert from "node:assert/strict";
import { test } from "node:test";
import { chinaDate } from "./clock.ts";

test("a day in China begins at four in the afternoon of the day before, whatever was asked before", () => {
  const asked = [
    ["2026-11-21T15:59:59.999Z", "2026-11-21"],
    ["2026-11-21T16:00:00.000Z", "2026-11-22"],
    ["2026-11-21T16:59:59.999Z", "2026-11-22"],
    ["2026-11-21T15:00:00.000Z", "2026-11-21"],
    ["2026-12-31T16:00:00.000Z", "2027-01-01"],
    ["2026-11-21T16:00:00.000Z", "2026-11-22"],
  ] as const;
  for (const [instant, day] of asked) assert.equal(chinaDate(instant), day, instant);
});
