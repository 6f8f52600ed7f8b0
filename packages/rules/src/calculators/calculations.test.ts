import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { auditTime } from "./audit-time.ts";
import { integratedAuditTime } from "./integrated-audit-time.ts";
import { multiSiteSample } from "./multi-site-sample.ts";
import { shippedOfKind } from "./shipped-calculators.fixture.ts";
import { transferEligibility } from "./transfer-eligibility.ts";

const md5 = shippedOfKind("iaf-md-5/2019", "audit-time");
const md11 = shippedOfKind("iaf-md-11/2019", "integrated-audit-time");
const md1 = shippedOfKind("iaf-md-1/2018", "multi-site-sample");
const md2 = shippedOfKind("iaf-md-2/2023", "transfer-eligibility");

const columns = fc.constantFrom(...md5.table.columns.map(({ system, risk }) => ({ system, risk })));
const persons = fc.integer({ min: 1, max: 10_700 });
const activities = fc.constantFrom("initial", "surveillance", "recertification");
const adjustments = fc
  .integer({ min: -3000, max: 5000 })
  .map((hundredths) => Number((hundredths / 100).toFixed(2)));

test("more personnel never need less time", () => {
  const property = fc.property(
    fc.record({ column: columns, activity: activities, one: persons, other: persons }),
    ({ column, activity, one, other }) => {
      const [fewer, more] = [Math.min(one, other), Math.max(one, other)].map((effectivePersonnel) =>
        auditTime(md5, { ...column, effectivePersonnel, activity }),
      );
      if (fewer?.outcome !== "computed" || more?.outcome !== "computed") return;
      assert.ok(fewer.result.personDays <= more.result.personDays);
    },
  );
  fc.assert(property, { numRuns: 500 });
});

test("a time keeps to the limits: reduction, half days, share on site", () => {
  const input = fc.record({ column: columns, persons, activity: activities, adjustments });
  const property = fc.property(
    input,
    ({ column, persons: count, activity, adjustments: percent }) => {
      const question = {
        ...column,
        effectivePersonnel: count,
        activity,
        adjustmentPercent: percent,
      };
      const calculation = auditTime(md5, question);
      assert.notEqual(calculation.outcome, "refused");
      if (calculation.outcome !== "computed") return;
      const { tableDays, exactDays, personDays, onSiteDaysMin } = calculation.result;
      const share = { initial: 1, surveillance: 1 / 3, recertification: 2 / 3 }[activity] ?? 0;
      assert.ok(exactDays + 1e-6 >= tableDays * share * 0.7);
      assert.equal(personDays * 2, Math.round(personDays * 2));
      assert.ok(Math.abs(personDays - exactDays) < 0.25);
      assert.ok(Math.abs(onSiteDaysMin - personDays * 0.8) < 1e-6);
      assert.equal(
        calculation.result.roundedBelowLimit,
        personDays < tableDays * share * 0.7 - 1e-9,
      );
    },
  );
  fc.assert(property, { numRuns: 500 });
});

test("any reduction above 30 % is refused", () => {
  const above = fc.integer({ min: 3001, max: 10_000 }).map((hundredths) => -hundredths / 100);
  const property = fc.property(persons, above, (effectivePersonnel, adjustmentPercent) => {
    const question = { system: "QMS", effectivePersonnel, activity: "initial", adjustmentPercent };
    const calculation = auditTime(md5, question);
    assert.equal("reason" in calculation && calculation.reason.code, "reduction-above-limit");
  });
  fc.assert(property);
});

const between = {
  system: "QMS",
  effectivePersonnel: 55,
  activity: "initial",
  adjustmentPercent: 5,
};

test("once the text says how, a time between two half days is rounded so", () => {
  for (const [value, personDays] of [
    ["up", 5.5],
    ["down", 5],
  ] as const) {
    const roundingTie = { ...md5.parameters.roundingTie, value, confidence: "high" as const };
    const known = { ...md5, parameters: { ...md5.parameters, roundingTie } };
    const calculation = auditTime(known, between);
    assert.equal(calculation.result?.personDays, personDays);
  }
});

test("what needs a value that was not found cannot be told", () => {
  const surveillanceShare = { ...md5.parameters.surveillanceShare, value: null };
  const unknown = { ...md5, parameters: { ...md5.parameters, surveillanceShare } };
  const { adjustmentPercent, ...question } = between;
  const surveillance = auditTime(unknown, { ...question, activity: "surveillance" });
  assert.equal("reason" in surveillance && surveillance.reason.code, "parameter-not-known");
  assert.equal(auditTime(unknown, question).outcome, "computed");
});

test("a result is as sure as its least sure line, and each line has words, source and confidence", () => {
  const sure = auditTime(md5, { ...between, adjustmentPercent: 0 });
  assert.equal(sure.outcome === "computed" && sure.confidence, "medium");
  const yearly = auditTime(md5, { ...between, adjustmentPercent: 0, activity: "surveillance" });
  assert.equal(yearly.outcome === "computed" && yearly.confidence, "low");
  const wording = ["有效人数", "初次审核（一、二阶段合计）人日：QMS，46–65 人"];
  assert.deepEqual(
    sure.lines.slice(0, 2).map(({ what }) => what.zh),
    wording,
  );
  assert.equal(sure.lines[1]?.source, "EA FAQ 37.23");
  assert.equal(sure.lines[1]?.confidence, "high");
  for (const { what, source } of [...sure.lines, ...yearly.lines]) {
    assert.ok(what.zh && what.en && source);
  }
});

test("an integrated audit takes at least 80 % of the sum and never more than it", () => {
  const half = fc.integer({ min: 1, max: 80 }).map((halves) => halves / 2);
  const input = fc.record({
    days: fc.array(half, { minLength: 2, maxLength: 5 }),
    percent: fc.integer({ min: 0, max: 20 }),
  });
  const property = fc.property(input, ({ days, percent }) => {
    const systems = days.map((personDays, index) => ({ system: `S${index}`, personDays }));
    const { result } = integratedAuditTime(md11, { systems, reductionPercent: percent });
    assert.ok(result !== null);
    assert.ok(result.exactDays <= result.sumDays);
    assert.ok(result.exactDays + 1e-6 >= result.sumDays * 0.8);
  });
  fc.assert(property);
});

test("a sample never exceeds the sites, grows with them, and surveillance never exceeds the rest", () => {
  const input = fc.record({
    sites: fc.integer({ min: 2, max: 999_999 }),
    samplingAllowed: fc.boolean(),
  });
  const sampled = (sites: number, samplingAllowed: boolean, audit: string) => {
    const { result } = multiSiteSample(md1, { sites, samplingAllowed, audit });
    assert.ok(result !== null);
    return result;
  };
  const property = fc.property(input, ({ sites, samplingAllowed }) => {
    const [initial, surveillance, recertification] = [
      "initial",
      "surveillance",
      "recertification",
    ].map((audit) => sampled(sites, samplingAllowed, audit));
    assert.ok(initial && surveillance && recertification);
    assert.ok(initial.sitesInSample <= sites && surveillance.sitesInSample >= 1);
    assert.ok(surveillance.sitesInSample <= recertification.sitesInSample);
    assert.ok(recertification.sitesInSample <= initial.sitesInSample);
    assert.equal(initial.visits, initial.sitesInSample + 1);
    const { sitesInSample, randomSitesMin } = initial;
    assert.ok(randomSitesMin === null || randomSitesMin * 4 >= sitesInSample);
    const withOneMore = sampled(sites + 1, samplingAllowed, "initial");
    assert.ok(sitesInSample <= withOneMore.sitesInSample);
  });
  fc.assert(property, { numRuns: 500 });
});

test("a certificate that is not valid is never transferred, whatever else is said", () => {
  const answer = fc.option(fc.boolean(), { nil: null });
  const input = fc.record({
    status: fc.constantFrom("suspended", "withdrawn", "cancelled", "expired"),
    underMla: answer,
    visitNeeded: answer,
    complaintsReviewed: answer,
    issuer: fc.constantFrom(null, "operating", "ceased"),
  });
  const property = fc.property(input, (facts) => {
    const { result } = transferEligibility(md2, { on: "2026-03-10", ...facts });
    assert.equal(result?.answer, "new-client");
    assert.ok(result.open.includes("valid"));
  });
  fc.assert(property);
});

test("nothing that is handed in makes a calculation throw", () => {
  const property = fc.property(fc.anything(), (input) => {
    const outcomes = [
      auditTime(md5, input),
      integratedAuditTime(md11, input),
      multiSiteSample(md1, input),
      transferEligibility(md2, input),
    ].map(({ outcome }) => outcome);
    assert.deepEqual(outcomes, ["refused", "refused", "refused", "refused"]);
  });
  fc.assert(property, { numRuns: 300 });
});
