import assert from "node:assert/strict";
import { test } from "node:test";
import { beijingDate, beijingMinute, dateSpan, daysBetween, daysLeft, validDate } from "./dates.ts";

test("the day in Beijing begins at 16:00 UTC", () => {
  assert.equal(beijingDate(new Date("2026-11-22T15:59:59.999Z")), "2026-11-22");
  assert.equal(beijingDate(new Date("2026-11-22T16:00:00.000Z")), "2026-11-23");
});

test("instants are shown to the minute in Beijing time", () => {
  assert.equal(beijingMinute("2026-11-22T10:04:59.000Z"), "2026-11-22 18:04");
  assert.equal(beijingMinute("soon"), "soon");
});

test("valid until is the last valid day", () => {
  assert.equal(daysLeft("2026-11-22", "2026-11-22"), 0);
  assert.equal(daysLeft("2026-11-23", "2026-11-22"), null);
  assert.equal(daysLeft("2026-11-22", "2026-12-01"), 9);
});

test("days are counted over leap days and years", () => {
  assert.equal(daysBetween("2028-02-28", "2028-03-01"), 2);
  assert.equal(daysBetween("2027-01-01", "2026-12-31"), -1);
});

test("a date that does not exist is no date", () => {
  assert.equal(validDate("2026-02-29"), null);
  assert.equal(validDate("2028-02-29"), "2028-02-29");
  assert.equal(validDate("2026-2-1"), null);
  assert.equal(validDate(null), null);
});

test("a span repeats neither the day nor the year", () => {
  assert.equal(dateSpan("2026-03-02", "2026-03-02"), "2026-03-02");
  assert.equal(dateSpan("2026-03-02", "2026-03-04"), "2026-03-02 – 03-04");
  assert.equal(dateSpan("2026-12-31", "2027-01-02"), "2026-12-31 – 2027-01-02");
});
