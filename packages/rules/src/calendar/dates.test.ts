import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, addMonths, daysBetween, monthsBetween, reportDeadline } from "./dates.ts";

const rows = [
  { from: "2026-03-10", months: 12, to: "2027-03-10" },
  { from: "2026-01-31", months: 1, to: "2026-02-28" },
  { from: "2028-01-31", months: 1, to: "2028-02-29" },
  { from: "2028-02-29", months: 12, to: "2029-02-28" },
  { from: "2026-12-31", months: 2, to: "2027-02-28" },
  { from: "2026-03-31", months: -1, to: "2026-02-28" },
  { from: "2000-02-29", months: 1200, to: "2100-02-28" },
];
for (const { from, months, to } of rows) {
  test(`${from} and ${months} months is ${to}`, () => assert.equal(addMonths(from, months), to));
}

test("a month's report is due on the 10th of the next, over the turn of the year too", () => {
  assert.equal(reportDeadline("2026-01-31", 10), "2026-02-10");
  assert.equal(reportDeadline("2026-02-01", 10), "2026-03-10");
  assert.equal(reportDeadline("2026-12-01", 10), "2027-01-10");
});

test("a leap day counts as a day", () => {
  assert.equal(daysBetween("2028-02-28", "2028-03-01"), 2);
  assert.equal(daysBetween("2026-03-01", "2026-02-28"), -1);
});

test("a month counts once it is complete", () => {
  assert.equal(monthsBetween("2026-03-10", "2027-03-09"), 11);
  assert.equal(monthsBetween("2026-03-10", "2027-03-10"), 12);
  assert.equal(monthsBetween("2027-03-10", "2026-03-10"), -12);
  assert.equal(monthsBetween("2026-01-31", "2026-02-28"), 1);
});

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((day) => addDays("1990-01-01", day));

test("months added are months counted", () => {
  const property = fc.property(anyDay, fc.integer({ min: 0, max: 240 }), (day, months) => {
    assert.equal(monthsBetween(day, addMonths(day, months)), months);
  });
  fc.assert(property);
});

test("days added are days counted, and order as text is order in time", () => {
  const property = fc.property(anyDay, fc.integer({ min: 1, max: 5000 }), (day, days) => {
    const later = addDays(day, days);
    assert.equal(daysBetween(day, later), days);
    assert.ok(later > day);
  });
  fc.assert(property);
});
