import assert from "node:assert/strict";
import { test } from "node:test";
import { provenStanding } from "./proven-standing.ts";

const LOG = "CNCA-R-2099-001";
const NUMBER = "99926Q00001R0S";
const SUBJECT = { institution: LOG, number: NUMBER };
const report = (status: string, effectiveOn: string, more: object = {}) => ({
  entry: {
    stream: `certificate/${NUMBER}`,
    type: "CertificateReported",
    schema: 1,
    occurredOn: effectiveOn,
    recordedAt: `${effectiveOn}T01:00:00.000Z`,
    data: {
      number: NUMBER,
      status,
      effectiveOn,
      holderName: "榛葭精密有限公司",
      issuedOn: "2026-01-05",
      validUntil: "2029-01-04",
      ...more,
    },
  },
});
const issued = report("valid", "2026-01-05");
const standingOn = (on: string, events: (typeof issued)[]) =>
  provenStanding([{ log: LOG, stream: `certificate/${NUMBER}`, events }], SUBJECT, on);

const ENDS = [
  { name: "withdrawn", events: [issued, report("withdrawn", "2026-08-01")], since: "2026-08-01" },
  { name: "cancelled", events: [issued, report("cancelled", "2026-08-02")], since: "2026-08-02" },
  { name: "suspended", events: [issued, report("suspended", "2026-08-03")], since: "2026-08-03" },
  { name: "valid", events: [issued, report("valid", "2026-08-04")], since: null },
];
for (const { name, events, since } of ENDS) {
  test(`a history that ends with ${name} says so`, () => {
    const standing = standingOn("2026-11-23", events);
    assert.equal(standing?.status, name);
    assert.equal(standing?.since, since);
    assert.equal(standing?.holderName, "榛葭精密有限公司");
  });
}

test("a certificate expires though nobody reported it", () => {
  assert.equal(standingOn("2029-01-04", [issued])?.status, "valid");
  assert.equal(standingOn("2029-01-05", [issued])?.status, "expired");
  assert.equal(standingOn("2029-02-01", [issued])?.since, "2029-01-05");
});

test("without a record of the certificate there is no standing", () => {
  assert.equal(standingOn("2026-11-23", []), null);
  const project = [{ log: LOG, stream: "project/123456789/A01", events: [issued] }];
  assert.equal(provenStanding(project, SUBJECT, "2026-11-23"), null);
});

test("what another institution's log says of the number does not count", () => {
  const stream = `certificate/${NUMBER}`;
  const streams = [
    { log: LOG, stream, events: [issued] },
    { log: "CNCA-R-2099-002", stream, events: [report("withdrawn", "2026-08-01")] },
  ];
  assert.equal(provenStanding(streams, SUBJECT, "2026-11-23")?.status, "valid");
});

test("an act that this page does not know leaves the status open", () => {
  const later = { entry: { ...issued.entry, type: "CertificateMerged" } };
  assert.equal(standingOn("2026-11-23", [issued, later])?.status, "unknown");
});
