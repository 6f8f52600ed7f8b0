import assert from "node:assert/strict";
import { test } from "node:test";
import { verbOf } from "./read-act.ts";

const report = (data: Record<string, unknown>) => ({ type: "CertificateReported", data });

test("the first report of a certificate is its issue", () => {
  assert.equal(verbOf(report({ status: "01", activity: "01" }), null), "issued");
});

test("a report that changes the status is named by the status", () => {
  const valid = report({ status: "valid" });
  assert.equal(verbOf(report({ status: "suspended" }), valid), "suspended");
  assert.equal(verbOf(report({ status: "03" }), valid), "withdrawn");
});

test("a valid report after a suspension is a restoration", () => {
  assert.equal(verbOf(report({ status: "01" }), report({ status: "02" })), "restored");
});

test("a report with the same status is named by its activity", () => {
  const valid = report({ status: "valid" });
  assert.equal(verbOf(report({ status: "valid", activity: "03" }), valid), "surveilled");
  assert.equal(
    verbOf(report({ status: "valid", activity: "recertification" }), valid),
    "recertified",
  );
});

test("participation is named by its stage, by code or by word", () => {
  const type = "AuditParticipationReported";
  assert.equal(verbOf({ type, data: { stage: "0101" } }, null), "auditStage1");
  assert.equal(verbOf({ type, data: { stage: "surveillance" } }, null), "auditSurveillance");
  assert.equal(verbOf({ type, data: {} }, null), "audit");
});

test("an unknown event type is still listed", () => {
  assert.equal(verbOf({ type: "SomethingNewer", data: {} }, null), "other");
});
