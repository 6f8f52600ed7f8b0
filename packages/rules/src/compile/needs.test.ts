import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Facts } from "../facts/declaration.ts";
import { judge } from "../judge.ts";
import { shippedPack } from "../shipped-pack.fixture.ts";
import { needsOf, standingNeedsOf } from "./needs.ts";

const pack = shippedPack();

test("a pack names the facts it reads of an act, and for which requirements", () => {
  const needs = needsOf(pack, "AuditParticipationReported");
  const days = needs.find(({ fact }) => fact === "daysInCycleYear");
  assert.deepEqual(days?.requirements, ["on-site-days-per-cycle-year"]);
  assert.deepEqual([days?.type, days?.over, days?.always], ["number", "cycle-year", false]);
  assert.ok(!needs.some(({ fact }) => fact === "param"));
});

test("of an act that no requirement judges nothing is needed", () => {
  assert.deepEqual(needsOf(pack, "BodyChangeRequested"), []);
});

test("deadlines need how the certificate stands, not their own days", () => {
  const facts = standingNeedsOf(pack).map(({ fact }) => fact);
  assert.ok(facts.includes("lastSurveillanceEndOn"));
  assert.ok(!facts.includes("dueOn") && !facts.includes("previousDueOn"));
});

test("facts that no requirement needs change no verdict", () => {
  const needed = new Set(needsOf(pack, "CertificateReported").map(({ fact }) => fact));
  const act = { type: "CertificateReported", scheme: "QMS", on: "2026-06-01" } as const;
  const anyFacts: fc.Arbitrary<Facts> = fc.record({
    activity: fc.constantFrom("initial", "surveillance"),
    reportType: fc.constantFrom("new", "change"),
    status: fc.constantFrom("valid", "suspended"),
    combinedAudit: fc.boolean(),
    riskLevel: fc.constantFrom("high", "low"),
    firstCertifiedOn: fc.constantFrom("2020-01-01", null),
    recertificationCount: fc.integer({ min: 0, max: 3 }),
  });
  const property = fc.property(anyFacts, (facts) => {
    const only = Object.fromEntries(Object.entries(facts).filter(([name]) => needed.has(name)));
    assert.deepEqual(
      judge({ packs: [pack], act, facts: only }),
      judge({ packs: [pack], act, facts }),
    );
  });
  fc.assert(property, { numRuns: 50 });
});
