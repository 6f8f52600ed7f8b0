import assert from "node:assert/strict";
import { test } from "node:test";
import { isInDoubt, LANGUAGE_FUNCTIONS, lowerDoubt } from "../calculators/language-functions.ts";
import { type ApprovedPause, movesDuring, notePauses, tolledBy } from "./noted-pauses.ts";

const pause = (more: Partial<ApprovedPause> = {}): ApprovedPause => ({
  requirements: "all",
  regions: "all",
  institutions: "all",
  from: "2027-01-10",
  until: "2027-02-10",
  reason: "虚构的系统停机",
  approvedBy: "虚构监管部门",
  ...more,
});

const about = { institution: "CNCA-R-2026-901", region: "440305", since: "2026-03-10" };
const period = { requirement: "first", opensOn: "2026-03-10", dueOn: "2027-03-10" };

test("only pauses that concern the certificate and its cycle are noted", () => {
  const noted = notePauses(
    [
      pause({ requirements: ["second", "first"] }),
      pause({ from: "2026-05-01", until: "2026-05-03", regions: ["440000"] }),
      pause({ from: "2026-05-10", until: "2026-05-11", regions: ["310000"] }),
      pause({ institutions: ["CNCA-R-2026-902"] }),
      pause({ from: "2026-02-01", until: "2026-03-10" }),
    ],
    about,
  );
  assert.equal(noted, "2026-05-01/2026-05-03 all; 2027-01-10/2027-02-10 first,second");
  assert.equal(notePauses([], about), null);
});

test("where the district is not known, only pauses for all regions are noted", () => {
  const pauses = [pause(), pause({ from: "2026-05-01", until: "2026-05-03", regions: ["440000"] })];
  assert.equal(notePauses(pauses, { ...about, region: null }), "2027-01-10/2027-02-10 all");
});

test("noted pauses move the day of the requirement that they are about", () => {
  assert.equal(tolledBy("2027-01-10/2027-02-10 all", period), "2027-04-10");
  assert.equal(tolledBy("2027-01-10/2027-02-10 first,second", period), "2027-04-10");
  assert.equal(tolledBy("2027-01-10/2027-02-10 second", period), "2027-03-10");
  assert.equal(
    tolledBy("2027-01-10/2027-02-10 all; 2027-03-20/2027-03-25 first", period),
    "2027-04-15",
  );
});

test("the words say the day before and after, and each move once", () => {
  const noted = "2027-01-10/2027-02-10 all; 2028-01-01/2028-02-01 all";
  const moves = movesDuring(() => {
    tolledBy(noted, period);
    tolledBy(noted, period);
  });
  assert.deepEqual(
    moves.map(({ zh }) => zh),
    ["原定 2027-03-10；期限暂停 31 天：2027-01-10 起至 2027-02-10 前；顺延至 2027-04-10"],
  );
  assert.deepEqual(
    movesDuring(() => tolledBy("2027-01-10/2027-02-10 second", period)),
    [],
  );
});

const tolled = LANGUAGE_FUNCTIONS.find(({ name }) => name === "tolled");

function answer(...given: [string, string, string, string]) {
  lowerDoubt();
  const run = tolled?.run as (...texts: string[]) => unknown;
  const day = run(...given);
  return isInDoubt() ? "in doubt" : day;
}

test("in an expression no pause leaves the day, and what cannot be read is in doubt", () => {
  assert.equal(answer("", "first", "", "2027-03-10"), "2027-03-10");
  const noted = "2027-01-10/2027-02-10 all";
  assert.equal(answer(noted, "first", "2026-03-10", "2027-03-10"), "2027-04-10");
  assert.equal(answer(noted, "first", "", "2027-03-10"), "in doubt");
  assert.equal(answer("31 days", "first", "2026-03-10", "2027-03-10"), "in doubt");
});
