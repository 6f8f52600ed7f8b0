import assert from "node:assert/strict";
import { test } from "node:test";
import { initialCertificate } from "@suzheng/certification";
import type { PresenceTotals } from "../../presences.ts";
import { factsOfThen } from "./facts-of-then.ts";
import type { PastEntry } from "./replayed-stream.ts";

const entry: PastEntry = {
  index: 7,
  stream: "certificate/C1",
  version: 2,
  type: "AuditParticipationReported",
  occurredOn: "2026-02-04",
  recordedAt: "2026-02-11T17:00:00.000Z",
  data: {
    institution: "CNCA-R-2026-901",
    certificateNumber: "C1",
    stage: "stage-2",
    startOn: "2026-02-03",
    endOn: "2026-02-04",
    days: 2,
    role: "leader",
    qualification: "auditor",
  },
  commitments: { "person.name": "…" },
};
const states = { own: initialCertificate, of: () => initialCertificate };
const judgedBy = (facts: Record<string, string | number | boolean | null>) => [
  {
    pack: "p",
    version: "1",
    verdicts: [{ requirement: "r", clause: "1", outcome: "met" as const, facts }],
  },
];
const factsOf = (given: Partial<PastEntry>, totals: PresenceTotals | null = null) =>
  factsOfThen({ ...entry, ...given }, states, { connectedOn: "2026-01-01", totals });

test("what no verdict noted is told again from the entry", () => {
  const found = factsOf({});
  assert.equal(found?.facts.days, 2);
  // In China it was already the next day.
  assert.equal(found?.facts.reportedOn, "2026-02-12");
  assert.equal(found?.facts.registrationGiven, false);
});

test("totals of a person are those noted, and otherwise not known", () => {
  assert.equal(factsOf({})?.facts.daysInCycleYear, null);
  const found = factsOf({ judged: judgedBy({ daysInCycleYear: 31, overlapsOther: true }) });
  assert.equal(found?.facts.daysInCycleYear, 31);
  assert.equal(found?.facts.overlapsOther, true);
  assert.equal(found?.isContradicted, false);
  assert.equal("overlapsOther" in (factsOf({})?.facts ?? {}), false);
});

test("totals that were counted again fill in what was not noted, and nothing else", () => {
  const totals = { daysInCycleYear: 40, certificatesInCycleYear: 7, overlapsOther: false };
  const found = factsOf({ judged: judgedBy({ certificatesInCycleYear: 6 }) }, totals);
  assert.equal(found?.facts.daysInCycleYear, 40);
  assert.equal(found?.facts.certificatesInCycleYear, 6);
  assert.equal(found?.facts.overlapsOther, false);
  assert.equal(found?.isContradicted, true);
});

test("a noted fact that the log tells otherwise is taken, and said", () => {
  const found = factsOf({ judged: judgedBy({ days: 3 }) });
  assert.equal(found?.facts.days, 3);
  assert.equal(found?.isContradicted, true);
});

test("pauses are those noted; for an act of before they were noted there are none", () => {
  const report = {
    type: "CertificateReported",
    data: {
      activity: "surveillance",
      reportType: "change",
      status: "valid",
      itemCode: "A010103",
      issuedOn: "2025-01-10",
      validUntil: "2028-01-09",
      auditEndOn: "2026-02-04",
      combinedAudit: "0",
    },
  };
  assert.equal(factsOf(report)?.facts.pauses, null);
  const pauses = "2026-01-01/2026-02-01 all";
  const found = factsOf({ ...report, judged: judgedBy({ pauses }) });
  assert.deepEqual([found?.facts.pauses, found?.isContradicted], [pauses, false]);
});

test("acts that no rule judges have no facts", () => {
  assert.equal(factsOf({ type: "CertificateWithheld" }), null);
});
