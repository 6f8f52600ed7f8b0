import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addYears,
  dayOf,
  isoOf,
  lastOfWeekdays,
  reportDeadline,
  weekdayAtOrAfter,
} from "./calendar.ts";

const rows: readonly { fact: string; actual: () => number; expect: string }[] = [
  {
    fact: "a date survives the way to a day number and back",
    actual: () => dayOf("2026-11-22"),
    expect: "2026-11-22",
  },
  {
    fact: "29 February a year later is 1 March",
    actual: () => addYears(dayOf("2024-02-29"), 1),
    expect: "2025-03-01",
  },
  {
    fact: "Saturday's visit starts on Monday",
    actual: () => weekdayAtOrAfter(dayOf("2026-11-21")),
    expect: "2026-11-23",
  },
  {
    fact: "Friday's visit starts on Friday",
    actual: () => weekdayAtOrAfter(dayOf("2026-11-20")),
    expect: "2026-11-20",
  },
  {
    fact: "a visit of two weekdays from Friday ends on Monday",
    actual: () => lastOfWeekdays(dayOf("2026-11-20"), 2),
    expect: "2026-11-23",
  },
  {
    fact: "what happens in December is due on 10 January",
    actual: () => reportDeadline(dayOf("2026-12-31")),
    expect: "2027-01-10",
  },
];

for (const { fact, actual, expect } of rows) {
  test(fact, () => assert.equal(isoOf(actual()), expect));
}

test("a day that is not in the calendar is refused", () => {
  for (const text of ["2026-02-30", "2026-2-3", "soon"]) assert.throws(() => dayOf(text));
});
