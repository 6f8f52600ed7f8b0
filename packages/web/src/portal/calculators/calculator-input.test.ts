import assert from "node:assert/strict";
import { test } from "node:test";
import { hasCase, inputOf } from "./calculator-input.ts";

test("numbers are handed over as numbers, full width too; what is left empty is left out", () => {
  assert.deepEqual(
    inputOf("multi-site-sample", { sites: "２５", audit: "initial", siteReductionPercent: "" }),
    { sites: 25, audit: "initial" },
  );
});

test("what is no number is handed over as typed, so that the calculator refuses it", () => {
  assert.equal(inputOf("multi-site-sample", { sites: "many" }).sites, "many");
});

test("an answer not given is not known, never no", () => {
  const input = inputOf("transfer-eligibility", { on: "2026-05-01", visited: "no", underMla: "" });
  assert.deepEqual(input, { on: "2026-05-01", status: null, issuer: null, visited: false });
});

test("systems of an integrated audit come from rows; empty rows are no systems", () => {
  const typed = {
    system1: "QMS",
    personDays1: "5",
    system3: "EMS",
    personDays3: "6",
    tableDays3: "7",
  };
  assert.deepEqual(inputOf("integrated-audit-time", { ...typed, reductionPercent: "20" }), {
    reductionPercent: 20,
    systems: [
      { system: "QMS", personDays: 5, tableDays: null },
      { system: "EMS", personDays: 6, tableDays: 7 },
    ],
  });
});

test("an address with the language alone carries no case", () => {
  assert.equal(hasCase("audit-time", { lang: "en" }), false);
  assert.equal(hasCase("audit-time", { lang: "en", system: "QMS" }), true);
  assert.equal(hasCase("integrated-audit-time", { system1: "QMS" }), true);
});
