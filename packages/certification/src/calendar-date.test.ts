import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  addDays,
  daysFrom,
  inOrder,
  lengthInDays,
  parseDate,
  parseMoment,
} from "./calendar-date.ts";

const READ: readonly [string, string | null][] = [
  ["2026-01-02", "2026-01-02"],
  ["2026/1/2", "2026-01-02"],
  ["2026.1.2", "2026-01-02"],
  ["2026年1月2日", "2026-01-02"],
  ["20260102", "2026-01-02"],
  ["2026-01-02 08:00:00", "2026-01-02T08:00:00"],
  ["2026/1/2 8:30", "2026-01-02T08:30:00"],
  ["2026-01-02T17:00:00", "2026-01-02T17:00:00"],
  ["2026-01-02 00:00:00", "2026-01-02"],
  ["2024-02-29", "2024-02-29"],
  ["2000-02-29", "2000-02-29"],
  ["2023-02-29", null],
  ["1900-02-29", null],
  ["2026-02-30", null],
  ["2026-13-01", null],
  ["2026-00-10", null],
  ["2026-01-00", null],
  ["2026-01-02 24:00:00", null],
  ["2026-01-02 10:60:00", null],
  ["2026-1/2", null],
  ["0026-01-02", null],
  ["46024", null],
  ["soon", null],
];

for (const [written, expected] of READ) {
  test(`\`${written}\` is read as ${expected ?? "no date"}`, () => {
    assert.equal(parseMoment(written), expected);
    assert.equal(parseDate(written), expected === null ? null : expected.slice(0, 10));
  });
}

const LENGTHS: readonly [string, string, number][] = [
  ["2026-01-02", "2026-01-02", 1],
  ["2026-01-02", "2026-01-04", 3],
  ["2026-01-02T08:00:00", "2026-01-02T12:00:00", 0.5],
  ["2026-01-02T08:00:00", "2026-01-02T13:00:00", 0.5],
  ["2026-01-02T08:00:00", "2026-01-02T17:00:00", 1],
  ["2026-01-02T13:00:00", "2026-01-02T17:00:00", 0.5],
  ["2026-01-02T13:00:00", "2026-01-03T17:00:00", 1.5],
  ["2026-01-02T13:00:00", "2026-01-03T12:00:00", 1],
  ["2026-01-31T08:00:00", "2026-02-01T17:00:00", 2],
];

for (const [start, end, days] of LENGTHS) {
  test(`from ${start} to ${end} are ${days} days`, () => {
    assert.equal(lengthInDays(start, end), days);
  });
}

test("an end without time never precedes a start on the same day", () => {
  assert.ok(inOrder("2026-01-02T08:00:00", "2026-01-02"));
  assert.ok(!inOrder("2026-01-02T08:00:00", "2026-01-02T07:59:59"));
  assert.ok(!inOrder("2026-01-03", "2026-01-02T17:00:00"));
});

const days = fc.integer({ min: 0, max: 73_000 }).map((offset) => addDays("1900-01-01", offset));

test("every real day survives being written in each form", () => {
  fc.assert(
    fc.property(days, (day) => {
      const [year, month, date] = day.split("-").map(Number);
      assert.equal(parseDate(`${year}/${month}/${date}`), day);
      assert.equal(parseDate(day.replaceAll("-", "")), day);
    }),
  );
});

test("adding days and counting them are opposites", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      assert.equal(daysFrom(day, addDays(day, count)), count);
    }),
  );
});
