import assert from "node:assert/strict";
import { test } from "node:test";
import { loadHolidayList } from "./holiday-list.ts";
import { workingCalendar } from "./working-days.ts";

/** An invented list: no official list of that year was published when this was written. */
const text = `format: suzheng-holidays/1
year: 2040
source: 虚构清单，仅供测试
holidays:
  - 2040-01-02
  - 2040-01-03
madeUp:
  - 2040-01-07
`;

function refused(...change: [string, string]): string[] {
  const loaded = loadHolidayList(text.replace(...change));
  return loaded.ok ? [] : loaded.errors.map(({ line, code }) => `${line} ${code}`);
}

function listed() {
  const loaded = loadHolidayList(text);
  assert.ok(loaded.ok);
  return workingCalendar([loaded.list]);
}

test("with a newer list a year can be reckoned that could not be told before", () => {
  assert.equal(workingCalendar().addWorkingDays("2040-01-01", 1), null);
  // 1 January 2040 is a Sunday; 2 and 3 are free, Saturday 7 is worked.
  assert.equal(listed().addWorkingDays("2040-01-01", 1), "2040-01-04");
  assert.equal(listed().addWorkingDays("2040-01-01", 4), "2040-01-07");
  assert.equal(listed().workingDaysBetween("2040-01-01", "2040-01-08"), 4);
});

test("beyond the last known year nothing is guessed", () => {
  assert.equal(listed().addWorkingDays("2040-12-30", 5), null);
  assert.equal(listed().isWorkingDay("2041-01-01"), null);
  assert.equal(listed().workingDaysBetween("2040-12-30", "2041-01-03"), null);
});

test("a loaded list takes the place of the one built in", () => {
  const loaded = loadHolidayList(
    text.replaceAll("2040-01-07", "2026-01-10").replaceAll("2040", "2026"),
  );
  assert.ok(loaded.ok);
  assert.equal(workingCalendar([loaded.list]).isWorkingDay("2026-10-01"), true);
});

test("a count longer than any rule asks for is not reckoned", () => {
  assert.equal(workingCalendar().addWorkingDays("2010-01-01", 367), null);
  assert.equal(workingCalendar().addWorkingDays("2010-01-01", Number.NaN), null);
});

const rows: { name: string; change: [string, string]; expect: string[] }[] = [
  { name: "another format", change: ["suzheng-holidays/1", "x"], expect: ["1 shape"] },
  { name: "no source", change: ["虚构清单，仅供测试", "''"], expect: ["3 no-source"] },
  {
    name: "a day of another year",
    change: ["2040-01-03", "2041-01-03"],
    expect: ["6 day-of-another-year"],
  },
  { name: "a day twice", change: ["2040-01-03", "2040-01-02"], expect: ["6 day-twice"] },
  {
    name: "a make-up day within the week",
    change: ["2040-01-07", "2040-01-06"],
    expect: ["8 no-weekend"],
  },
  { name: "a day that does not exist", change: ["2040-01-03", "2040-02-30"], expect: ["6 shape"] },
  { name: "no list at all", change: [text, "[1"], expect: ["1 syntax"] },
];
for (const { name, change, expect } of rows) {
  test(`a list of holidays is refused for ${name}`, () =>
    assert.deepEqual(refused(...change), expect));
}
