import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays } from "./dates.ts";
import { PERIODS, periodOf } from "./periods.ts";

test("a cycle year without an anchor is the calendar year, and says that this is unconfirmed", () => {
  assert.deepEqual(periodOf("cycle-year", "2026-12-31"), {
    from: "2026-01-01",
    until: "2027-01-01",
  });
  assert.equal(PERIODS["cycle-year"].unconfirmed, true);
});

test("a cycle year with an anchor begins on its day, even on a leap day", () => {
  const of = (on: string) => periodOf("cycle-year", on, "2024-02-29");
  assert.deepEqual(of("2026-02-27"), { from: "2025-02-28", until: "2026-02-28" });
  assert.deepEqual(of("2026-02-28"), { from: "2026-02-28", until: "2027-02-28" });
  assert.deepEqual(of("2028-02-29"), { from: "2028-02-29", until: "2029-02-28" });
});

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));

test("the period of a day holds that day, and the next one follows without a gap", () => {
  const property = fc.property(anyDay, fc.option(anyDay), (on, anchor) => {
    const { from, until } = periodOf("cycle-year", on, anchor);
    assert.ok(from <= on && on < until, `${from} ${on} ${until}`);
    assert.equal(periodOf("cycle-year", until, anchor).from, until);
  });
  fc.assert(property);
});
