import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, daysBetween } from "../calendar/dates.ts";
import { type Clock, type Pause, pausesFor, toll } from "./tolling.ts";

const pause = (from: string, until: string | null, more: Partial<Pause> = {}): Pause => ({
  requirements: "all",
  regions: "all",
  institutions: "all",
  from,
  until,
  reason: "虚构的系统停机",
  approvedBy: "虚构监管部门",
  ...more,
});

const moved = (
  clock: Clock,
  pauses: Pause[],
  days: [string, string] = ["2026-04-01", "2026-04-30"],
) => {
  const [opensOn, dueOn] = days;
  const { dueOn: due, pausedDays } = toll({ opensOn, dueOn, clock, pauses, asOf: "2026-04-20" });
  return [due, pausedDays];
};

test("a deadline in calendar days moves by the paused days of its running period", () => {
  assert.deepEqual(moved("calendar", [pause("2026-04-10", "2026-04-15")]), ["2026-05-05", 5]);
});

test("days before the opening and after the due date do not count", () => {
  assert.deepEqual(moved("calendar", [pause("2026-03-01", "2026-04-02")]), ["2026-04-30", 0]);
  assert.deepEqual(moved("calendar", [pause("2026-03-01", "2026-04-03")]), ["2026-05-01", 1]);
  assert.deepEqual(moved("calendar", [pause("2026-05-01", "2026-06-01")]), ["2026-04-30", 0]);
});

test("a pause within what an earlier pause added counts too", () => {
  const pauses = [pause("2026-04-28", "2026-05-02"), pause("2026-05-03", "2026-05-04")];
  assert.deepEqual(moved("calendar", pauses), ["2026-05-05", 5]);
});

test("a pause not ended has lasted up to the day asked about", () => {
  assert.deepEqual(moved("calendar", [pause("2026-04-11", null)]), ["2026-05-10", 10]);
});

test("a deadline in working days does not count paused days", () => {
  const days: [string, string] = ["2026-04-15", "2026-04-22"];
  assert.deepEqual(moved("working-days", [pause("2026-04-16", "2026-04-20")], days), [
    "2026-04-24",
    2,
  ]);
  assert.deepEqual(moved("working-days", [pause("2026-04-18", "2026-04-20")], days), [
    "2026-04-22",
    0,
  ]);
});

test("working days of a year whose holidays are not known are not guessed", () => {
  const days: [string, string] = ["2026-12-28", "2026-12-31"];
  assert.deepEqual(moved("working-days", [pause("2026-12-29", "2026-12-31")], days), [null, 2]);
  assert.deepEqual(moved("working-days", [pause("2026-11-01", "2026-11-02")], days), [
    "2026-12-31",
    0,
  ]);
});

test("the effect is said in words, with reason and approval", () => {
  const pauses = [pause("2026-04-10", "2026-04-15"), pause("2025-01-01", "2025-02-01")];
  const { because } = toll({
    opensOn: "2026-04-01",
    dueOn: "2026-04-30",
    clock: "calendar",
    pauses,
    asOf: "2026-04-20",
  });
  assert.equal(
    because?.zh,
    "原定 2026-04-30；期限暂停 5 天：2026-04-10 起至 2026-04-15 前（虚构的系统停机，虚构监管部门 批准）；顺延至 2026-05-05",
  );
  assert.match(
    because?.en ?? "",
    /^set for 2026-04-30; the clock stood still for 5 days: from 2026-04-10/,
  );
});

test("a pause is for the requirements, regions and institutions that it names", () => {
  const south = pause("2026-04-10", "2026-04-15", {
    requirements: ["first-surveillance-in-time"],
    regions: ["440000"],
    institutions: ["CNCA-R-2099-001"],
  });
  const subject = {
    requirement: "first-surveillance-in-time",
    region: "440305",
    institution: "CNCA-R-2099-001",
  };
  const found = (changed: Partial<typeof subject> | { region: null }) =>
    pausesFor([south], { ...subject, ...changed }).length;
  assert.equal(found({}), 1);
  assert.equal(found({ requirement: "later-surveillance-in-time" }), 0);
  assert.equal(found({ region: "110105" }), 0);
  assert.equal(found({ region: null }), 0);
  assert.equal(found({ institution: "CNCA-R-2099-002" }), 0);
});

const offset = (max: number) => fc.integer({ min: -max, max });
const anyPause = fc
  .record({ start: offset(400), days: fc.integer({ min: 0, max: 200 }) })
  .map(({ start, days }) => {
    const from = addDays("2024-06-01", start);
    return pause(from, addDays(from, days));
  });
const anyDeadline = fc.record({
  opensOn: offset(200).map((days) => addDays("2024-06-01", days)),
  days: fc.integer({ min: 0, max: 300 }),
  clock: fc.constantFrom<Clock>("calendar", "working-days"),
  pauses: fc.array(anyPause, { maxLength: 4 }),
});

type Drawn = typeof anyDeadline extends fc.Arbitrary<infer T> ? T : never;
const tolled = ({ opensOn, days, clock }: Omit<Drawn, "pauses">, pauses: readonly Pause[]) =>
  toll({ opensOn, dueOn: addDays(opensOn, days), clock, pauses, asOf: "2026-11-22" });

test("pauses never make a deadline earlier", () => {
  const property = fc.property(anyDeadline, ({ pauses, ...deadline }) => {
    const { dueOn, pausedDays } = tolled(deadline, pauses);
    const before = addDays(deadline.opensOn, deadline.days);
    if (dueOn !== null) assert.ok(dueOn >= before);
    if (deadline.clock === "calendar") assert.equal(dueOn, addDays(before, pausedDays));
  });
  fc.assert(property);
});

test("pauses outside the running period change nothing", () => {
  const property = fc.property(anyDeadline, ({ pauses, ...deadline }) => {
    const end = addDays(deadline.opensOn, deadline.days);
    const outside = pauses.map(({ from, until }) => {
      const length = daysBetween(from, until ?? from);
      const isBefore = from < deadline.opensOn;
      const start = isBefore ? addDays(deadline.opensOn, 1 - length) : addDays(end, 1);
      return pause(start, addDays(start, length));
    });
    assert.deepEqual(tolled(deadline, outside), { dueOn: end, pausedDays: 0, because: null });
  });
  fc.assert(property);
});

test("overlapping pauses count once, in any order", () => {
  const property = fc.property(
    anyDeadline,
    anyPause,
    offset(60),
    ({ pauses, ...deadline }, one, by) => {
      const from = addDays(one.from, Math.abs(by));
      if (one.until === null || from > one.until) return;
      const inner = pause(from, one.until);
      const { dueOn, pausedDays } = tolled(deadline, [one, ...pauses]);
      const twice = tolled(deadline, [...pauses, inner, one]);
      assert.deepEqual([twice.dueOn, twice.pausedDays], [dueOn, pausedDays]);
    },
  );
  fc.assert(property);
});
