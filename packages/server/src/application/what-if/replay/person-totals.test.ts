import assert from "node:assert/strict";
import { test } from "node:test";
import { type Attendance, attendanceTable } from "./attendances.ts";
import { countTotals } from "./person-totals.ts";

const stay = (day: string, last = day) => ({ startsAt: `${day}T09:00`, endsAt: `${last}T17:00` });
const LI = "commitment-of-li";

const attendance = (index: number, given: Partial<Attendance> = {}): Attendance => ({
  index,
  person: LI,
  ...stay("2026-03-02"),
  holder: "H1",
  number: `C${index}`,
  stage: "stage-2",
  ...given,
});

function totalsOf(attendances: readonly Attendance[]) {
  const table = attendanceTable();
  for (const one of attendances) table.add(one);
  return countTotals(table.close());
}

test("a person's days add up in the order of the log, whatever order they are read in", () => {
  const at = totalsOf([
    attendance(30, stay("2026-05-04", "2026-05-07")),
    attendance(10, stay("2026-03-02")),
    attendance(20, stay("2026-04-01", "2026-04-02")),
  ]);
  assert.deepEqual(
    [10, 20, 30].map((index) => at(index)?.daysInCycleYear),
    [1, 3, 7],
  );
  assert.deepEqual(
    [10, 20, 30].map((index) => at(index)?.certificatesInCycleYear),
    [1, 2, 3],
  );
});

test("another person's days and another year's are their own", () => {
  const at = totalsOf([
    attendance(1, stay("2025-12-27", "2025-12-31")),
    attendance(2, { person: "commitment-of-lin", ...stay("2026-03-01", "2026-03-05") }),
    attendance(3),
  ]);
  assert.equal(at(3)?.daysInCycleYear, 1);
});

test("at one holder for two schemes at once days count once; elsewhere at once is an overlap", () => {
  const at = totalsOf([attendance(1), attendance(2), attendance(3, { holder: "H2" })]);
  assert.deepEqual([at(2)?.daysInCycleYear, at(2)?.overlapsOther], [1, false]);
  assert.deepEqual([at(3)?.daysInCycleYear, at(3)?.overlapsOther], [2, true]);
});

test("what cannot be told to be an overlap is not told again as one, nor as none", () => {
  const day = { startsAt: "2026-03-02", endsAt: "2026-03-02" };
  const at = totalsOf([attendance(1, day), attendance(2, { holder: "H2", ...day })]);
  assert.deepEqual([at(1)?.overlapsOther, at(2)?.overlapsOther], [false, null]);
});

test("an overlap is seen across the turn of the year", () => {
  const at = totalsOf([
    attendance(1, { startsAt: "2025-12-30T09:00", endsAt: "2026-01-02T17:00" }),
    attendance(2, { startsAt: "2026-01-02T09:00", endsAt: "2026-01-03T17:00", holder: "H2" }),
  ]);
  assert.equal(at(2)?.overlapsOther, true);
});

test("a row reported once more replaces the one before it", () => {
  const at = totalsOf([
    attendance(1, { number: "C", ...stay("2026-03-02", "2026-03-04") }),
    attendance(2, { number: "C" }),
    attendance(3, stay("2026-06-01")),
  ]);
  assert.equal(at(2)?.daysInCycleYear, 1);
  assert.equal(at(3)?.daysInCycleYear, 2);
});

test("an act that is nobody's attendance has no totals", () => {
  assert.equal(totalsOf([attendance(1), attendance(3)])(2), null);
});

test("thousands of rows keep their places", () => {
  const rows = Array.from({ length: 5000 }, (_, n) =>
    attendance(4999 - n, { person: `p${n % 7}` }),
  );
  const at = totalsOf(rows);
  const counts = rows.map(({ index }) => at(index)?.certificatesInCycleYear ?? 0);
  assert.equal(Math.max(...counts), Math.ceil(5000 / 7));
});
