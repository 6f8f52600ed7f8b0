import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cells } from "../report/parse-report-row.ts";
import {
  after,
  cancellation,
  certificateRow,
  recertification,
  restoration,
  surveillance,
  suspension,
} from "./certificate.fixture.ts";
import { factsForCertificate } from "./certificate-facts.ts";
import { type CertificateState, initialCertificate } from "./certificate-state.ts";
import { deadlineFacts } from "./deadline-facts.ts";

const when = {
  numberAsWritten: "clean",
  reportedOn: "2026-02-12",
  connectedOn: "2026-01-01",
} as const;
const facts = (state: CertificateState, cells: Cells) =>
  factsForCertificate(state, certificateRow(cells), when);

const first = surveillance("2027-01-10", 1);
const second = surveillance("2028-01-08", 2);

test("the first report brings what the row says and nothing from before", () => {
  assert.deepEqual(facts(initialCertificate, {}), {
    scheme: "QMS",
    activity: "initial",
    reportType: "new",
    status: "valid",
    issuedOn: "2026-02-10",
    validUntil: "2029-02-09",
    firstCertifiedOn: "2026-02-10",
    auditStartOn: "2026-01-20",
    auditEndOn: "2026-02-04",
    decidedOn: "2026-02-09",
    surveillanceCount: 0,
    recertificationCount: 0,
    headcountCovered: 48,
    actualPersonDays: 5,
    basePersonDays: 5,
    riskLevel: "medium",
    combinedAudit: false,
    mainValidUntil: null,
    previousIssuedOn: null,
    previousValidUntil: null,
    previousDecidedOn: null,
    previousStatus: null,
    previousSuspendedUntil: null,
    lastAuditEndOn: null,
    surveillancesInCycle: null,
    suspendedOn: null,
    suspendedUntil: null,
    withdrawnOn: null,
    cancelledOn: null,
    statusChangedOn: null,
    pauses: null,
    ...when,
  });
});

test("the first surveillance is counted and has none before it", () => {
  const { lastAuditEndOn, surveillancesInCycle, previousIssuedOn } = facts(after({}), first);
  assert.deepEqual(
    [lastAuditEndOn, surveillancesInCycle, previousIssuedOn],
    [null, 1, "2026-02-10"],
  );
});

test("a surveillance is told the decision that opened its cycle, a new cycle that of the ended one", () => {
  const renewal = recertification("2029-01-20", "2032-01-19");
  const decided = (state: CertificateState, cells: Cells) => facts(state, cells).previousDecidedOn;
  assert.equal(decided(after({}), first), "2026-02-09");
  assert.equal(decided(after({}, first), renewal), "2026-02-09");
  assert.equal(decided(after({}, renewal), surveillance("2029-10-01", 1)), "2029-01-20");
  assert.equal(decided(after({}), { RELA_PEOP_NUM: "50" }), null);
});

test("the second surveillance follows the first", () => {
  const { lastAuditEndOn, surveillancesInCycle } = facts(after({}, first), second);
  assert.deepEqual([lastAuditEndOn, surveillancesInCycle], ["2027-01-10", 2]);
});

test("a surveillance corrected afterwards is neither counted twice nor compared with itself", () => {
  const again = { ...second, RELA_PEOP_NUM: "50" };
  const { lastAuditEndOn, surveillancesInCycle } = facts(after({}, first, second), again);
  assert.deepEqual([lastAuditEndOn, surveillancesInCycle], ["2027-01-10", 2]);
});

test("surveillances reported in the wrong order are put in order", () => {
  const state = after({}, second, first);
  assert.deepEqual(state.surveillanceEnds, ["2027-01-10", "2028-01-08"]);
});

test("a certificate first heard of in mid-cycle starts with the count its body states", () => {
  assert.equal(facts(after(second), { RELA_PEOP_NUM: "50" }).surveillancesInCycle, null);
  assert.equal(facts(after(second), surveillance("2028-06-01", 3)).surveillancesInCycle, 3);
  const unstated = { ...second, SUSE_TIMES: "" };
  assert.equal(facts(after(unstated), surveillance("2028-06-01", 3)).surveillancesInCycle, null);
});

const renewed = recertification("2029-01-20", "2032-02-09");

test("a recertification under the same number is judged by the cycle it ends", () => {
  const { previousIssuedOn, previousValidUntil, surveillancesInCycle } = facts(
    after({}, first, second),
    renewed,
  );
  assert.deepEqual(
    [previousIssuedOn, previousValidUntil, surveillancesInCycle],
    ["2026-02-10", "2029-02-09", 2],
  );
});

test("a recertification reported once more is still judged by the cycle it ended", () => {
  const state = after({}, first, second, renewed);
  const again = facts(state, { ...renewed, RELA_PEOP_NUM: "50" });
  assert.equal(again.previousValidUntil, "2029-02-09");
  assert.equal(again.surveillancesInCycle, 2);
});

test("a recertification under a new number is judged by the certificate it replaces", () => {
  const earlier = after({}, first, second, cancellation("2029-01-20"));
  const row = certificateRow({ ...renewed, CERT_NUMBER: "90129Q10001R1S" });
  const found = factsForCertificate(initialCertificate, row, { ...when, earlier });
  assert.equal(found.previousIssuedOn, "2026-02-10");
  assert.equal(found.previousValidUntil, "2029-02-09");
  assert.equal(found.previousStatus, "valid");
  assert.equal(found.surveillancesInCycle, 2);
});

test("a restoration knows the suspension it ends", () => {
  const state = after({}, suspension("2027-03-01", "2027-08-31"));
  const found = facts(state, restoration("2027-05-01"));
  assert.equal(found.previousStatus, "suspended");
  assert.equal(found.previousSuspendedUntil, "2027-08-31");
  assert.equal(found.statusChangedOn, "2027-05-01");
});

test("a surveillance that restores without dating the change dates it by the audit", () => {
  const state = after({}, suspension("2027-03-01", "2027-08-31"));
  assert.equal(facts(state, surveillance("2027-05-10", 1)).statusChangedOn, "2027-05-10");
  assert.equal(facts(after({}), surveillance("2027-05-10", 1)).statusChangedOn, null);
});

test("pauses are asked for since the cycle began that the row continues or ends", () => {
  const since = (state: CertificateState, cells: Cells) =>
    factsForCertificate(state, certificateRow(cells), { ...when, pausesSince: (day) => day })
      .pauses;
  const nextCycle = recertification("2029-02-01", "2032-02-09");
  assert.equal(since(initialCertificate, {}), "2026-02-10");
  assert.equal(since(after({}), first), "2026-02-10");
  assert.equal(since(after({}, first), nextCycle), "2026-02-10");
  assert.equal(since(after({}, first, nextCycle), surveillance("2030-01-10", 1)), "2029-02-01");
});

const COMBINED: readonly [string, boolean][] = [
  ["0", false],
  ["00", false],
  ["01", true],
  ["02", true],
];

for (const [code, expected] of COMBINED) {
  test(`combined-audit type ${code} is ${expected ? "combined" : "not combined"}`, () => {
    assert.equal(facts(initialCertificate, { IS_COMB: code }).combinedAudit, expected);
  });
}

test("deadlines are reckoned from the running cycle and the running suspension", () => {
  const state = after({}, first, suspension("2028-01-11", "2028-07-10"));
  assert.deepEqual(deadlineFacts(state, "2028-02-01"), {
    scheme: "QMS",
    status: "suspended",
    issuedOn: "2026-02-10",
    validUntil: "2029-02-09",
    decidedOn: "2026-02-09",
    lastSurveillanceEndOn: "2027-01-10",
    surveillanceCount: 0,
    suspendedOn: "2028-01-11",
    suspendedUntil: "2028-07-10",
  });
});

test("on the day after the expiry no deadline of a valid certificate is left", () => {
  const state = after({}, suspension("2028-01-11", "2028-07-10"));
  assert.equal(deadlineFacts(state, "2029-02-09").status, "suspended");
  const expired = deadlineFacts(state, "2029-02-10");
  assert.deepEqual([expired.status, expired.suspendedUntil], ["expired", null]);
});
