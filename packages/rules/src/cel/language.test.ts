import assert from "node:assert/strict";
import { test } from "node:test";
import { isInDoubt, lowerDoubt } from "../calculators/language-functions.ts";
import { BUILT_IN_CALENDAR } from "../calendar/working-days.ts";
import type { Facts } from "../facts/declaration.ts";
import { vocabularyOf } from "../facts/vocabulary.ts";
import { languageOf } from "./language.ts";

const language = languageOf({
  vocabulary: vocabularyOf("CertificateReported"),
  parameters: {},
  calendar: BUILT_IN_CALENDAR,
});

function run(text: string, facts: Facts = {}) {
  const compiled = language.compile(text);
  assert.ok("run" in compiled, JSON.stringify(compiled));
  lowerDoubt();
  const value = compiled.run(language.contextOf(facts));
  return isInDoubt() ? "in doubt" : value;
}

test("days of a month and a year are found, over a leap day too", () => {
  assert.equal(run("endOfMonth(issuedOn)", { issuedOn: "2028-02-03" }), "2028-02-29");
  assert.equal(run("endOfYear(issuedOn)", { issuedOn: "2028-02-03" }), "2028-12-31");
  assert.equal(run("yearOf(issuedOn)", { issuedOn: "2028-02-03" }), 2028);
  assert.equal(run("addMonths(issuedOn, 1.0)", { issuedOn: "2026-01-31" }), "2026-02-28");
});

const doubts: { text: string; facts: Facts }[] = [
  { text: "addDays(issuedOn, 1.0)", facts: {} },
  { text: "addDays(issuedOn, 1.0)", facts: { issuedOn: "long ago.." } },
  {
    text: "addDays(issuedOn, headcountCovered)",
    facts: { issuedOn: "2026-01-01", headcountCovered: 1e15 },
  },
  { text: "addMonths(issuedOn, headcountCovered)", facts: { issuedOn: "2026-01-01" } },
  { text: "daysBetween(issuedOn, validUntil)", facts: { issuedOn: "2026-01-01" } },
  { text: "addWorkingDays(issuedOn, 5.0)", facts: { issuedOn: "2026-12-30" } },
];
for (const { text, facts } of doubts) {
  test(`${text} of ${JSON.stringify(facts)} is a doubt, not a fault`, () => {
    assert.equal(run(text, facts), "in doubt");
  });
}

test("the costliest expression allowed is evaluated in well under a tenth of a second", () => {
  const text = Array(4).fill("addWorkingDays(issuedOn, 366.0) < validUntil").join(" && ");
  const facts = { issuedOn: "2020-01-01", validUntil: "2099-01-01" };
  run(text, facts);
  const before = process.cpuUsage();
  for (let time = 0; time < 20; time += 1) run(text, facts);
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 20 < 100_000, `${(user + system) / 20} µs each`);
});
