import assert from "node:assert/strict";
import { test } from "node:test";
import { type Standing, type StandingVersion, standingOf } from "./standing-of.ts";

const YEAR = { inForceFrom: "2026-01-01", inForceUntil: "2027-01-01" };

const ROWS: [string, StandingVersion, string, Standing][] = [
  ["the day before", { ...YEAR, state: "published" }, "2025-12-31", "future"],
  ["its first day", { ...YEAR, state: "published" }, "2026-01-01", "current"],
  [
    "its last day, the next one published",
    { ...YEAR, state: "superseded" },
    "2026-12-31",
    "replaced",
  ],
  [
    "the day on which the next begins",
    { ...YEAR, state: "superseded" },
    "2027-01-01",
    "superseded",
  ],
  ["the day on which it ends by itself", { ...YEAR, state: "published" }, "2027-01-01", "ended"],
  ["any day once cancelled", { ...YEAR, state: "cancelled" }, "2026-06-01", "cancelled"],
  ["no end", { ...YEAR, inForceUntil: null, state: "published" }, "2099-01-01", "current"],
  [
    "cut off before it began",
    { state: "superseded", inForceFrom: "2026-01-01", inForceUntil: "2026-01-01" },
    "2025-01-01",
    "future",
  ],
];

for (const [name, version, on, expect] of ROWS) {
  test(`a version on ${name} is ${expect}`, () => assert.equal(standingOf(version, on), expect));
}
