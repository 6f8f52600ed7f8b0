import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accepted,
  decideRow,
  participationRow,
  personToken,
} from "./certificate/certificate.fixture.ts";
import { initialCertificate } from "./certificate/certificate-state.ts";
import { reportParticipation } from "./certificate/report-participation.ts";
import type { DomainEvent } from "./event.ts";
import { streamOf } from "./event.ts";
import {
  EVENT_SCHEMAS,
  isEventType,
  personalVisibility,
  visibleData,
  withNulls,
  withoutNulls,
} from "./event-schemas.ts";
import { initialProject, reportPlan } from "./project/project.ts";
import { EXAMPLE_CELLS } from "./report/example-cells.ts";
import { parseReportRow } from "./report/parse-report-row.ts";

const reported = accepted(decideRow(initialCertificate, {}));

function samples(): {
  event: DomainEvent;
  personal: readonly { name: string; visibility: string }[];
}[] {
  const joined = accepted(
    reportParticipation(reported.state, participationRow(), { personId: "P-1", personToken }),
  );
  const context = { institution: "CNCA-R-2026-901" };
  const plan = parseReportRow("102010", EXAMPLE_CELLS["102010"], context);
  assert.ok(plan.ok);
  const planned = reportPlan(initialProject, plan.row, { personToken });
  assert.ok(planned.outcome === "accept");
  return [reported, joined, planned];
}

test("every field of an event has a visibility, and none is declared that does not exist", () => {
  for (const { event } of samples()) {
    const declared = Object.keys(EVENT_SCHEMAS[event.type].data).sort();
    assert.deepEqual(declared, Object.keys(event.data).sort());
  }
});

test("personal fields are declared with the visibility their decision gives them", () => {
  for (const { event, personal } of samples()) {
    for (const { name, visibility } of personal) {
      assert.equal(personalVisibility(event.type, name), visibility, name);
    }
  }
  assert.equal(personalVisibility("CertificateReported", "somebody.else"), "restricted");
});

test("the public sees dates, status and person-days, and no commercial terms", () => {
  const seen = visibleData("CertificateReported", reported.event.data);
  for (const field of [
    "status",
    "issuedOn",
    "validUntil",
    "scope",
    "actualPersonDays",
    "suspensionCauses",
  ]) {
    assert.ok(field in seen, field);
  }
  for (const field of ["fee", "contractNumber"]) {
    assert.ok(!(field in seen), field);
  }
});

test("a field that no schema declares stays hidden", () => {
  assert.deepEqual(
    visibleData("CertificateWithheld", { toString: 1, reason: "复核" }, "restricted"),
    {
      reason: "复核",
    },
  );
});

test("each event belongs to one stream", () => {
  assert.deepEqual(
    samples().map(({ event }) => streamOf(event)),
    ["certificate/90126Q10001R0S", "certificate/90126Q10001R0S", "project/M000100Y4/A01"],
  );
});

test("only the declared types are event types", () => {
  assert.ok(isEventType("CertificateReported"));
  assert.ok(!isEventType("toString"));
});

test("an event is the same after its nulls were left out and put back", () => {
  for (const { event } of samples()) {
    assert.deepEqual(withNulls(event.type, withoutNulls(event.type, event.data)), event.data);
  }
});
