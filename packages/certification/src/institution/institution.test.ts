import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyNumberOf, isApprovalNumber } from "./approval-number.ts";
import {
  changeInstitutionStatus,
  evolveInstitution,
  type InstitutionState,
  initialInstitution,
  registerInstitution,
} from "./institution.ts";

const command = {
  registeredOn: "2026-01-05",
  approvalNumber: "CNCA-R-2026-901",
  name: "样例认证有限公司",
  fields: ["A01", "A02"],
};

function registered(): InstitutionState {
  const decision = registerInstitution(initialInstitution, command);
  assert.equal(decision.outcome, "accept");
  return decision.outcome === "accept" ? decision.state : initialInstitution;
}

const SYNTAX: readonly [string, boolean, string | null][] = [
  ["CNCA-R-2002-034", true, "034"],
  ["CNCA-R-2021-1034", true, "034"],
  ["CNCA-RF-2005-21", true, null],
  ["CNCA-R-2002-34", false, null],
  ["CNCA-X-2002-034", false, null],
  ["cnca-r-2002-034", false, null],
];

for (const [number, fits, body] of SYNTAX) {
  test(`${number} ${fits ? "is" : "is not"} an approval number`, () => {
    assert.equal(isApprovalNumber(number), fits);
    assert.equal(bodyNumberOf(number), body);
  });
}

test("a registered institution is active since its registration", () => {
  const state = registered();
  assert.ok(state.known);
  assert.equal(state.status, "active");
  assert.equal(state.statusSince, "2026-01-05");
});

test("registering the same again changes nothing, registering otherwise is refused", () => {
  assert.equal(registerInstitution(registered(), command).outcome, "unchanged");
  const other = registerInstitution(registered(), { ...command, name: "另一样例认证有限公司" });
  assert.equal(other.outcome === "refuse" && other.code, "institution-already-registered");
});

test("a malformed approval number is refused", () => {
  const decision = registerInstitution(initialInstitution, { ...command, approvalNumber: "R-1" });
  assert.equal(decision.outcome === "refuse" && decision.code, "approval-number-malformed");
});

test("an approval that has ended does not come back", () => {
  const ended = changeInstitutionStatus(registered(), {
    changedOn: "2026-03-01",
    status: "withdrawn",
  });
  assert.equal(ended.outcome, "accept");
  if (ended.outcome !== "accept") return;
  assert.equal(ended.state.known && ended.state.statusSince, "2026-03-01");
  const back = changeInstitutionStatus(ended.state, { changedOn: "2026-04-01", status: "active" });
  assert.equal(back.outcome === "refuse" && back.code, "institution-status-is-final");
  const again = changeInstitutionStatus(ended.state, {
    changedOn: "2026-04-01",
    status: "withdrawn",
  });
  assert.equal(again.outcome, "unchanged");
});

test("an unknown institution has no status to change", () => {
  const change = { changedOn: "2026-03-01", status: "suspended" } as const;
  const decision = changeInstitutionStatus(initialInstitution, change);
  assert.equal(decision.outcome === "refuse" && decision.code, "institution-not-registered");
  const event = { type: "InstitutionStatusChanged", schema: 1, occurredOn: "2026-03-01" } as const;
  const data = { approvalNumber: "CNCA-R-2026-901", status: "suspended", reason: null } as const;
  assert.throws(
    () => evolveInstitution(initialInstitution, { ...event, data }),
    /only a registered/,
  );
});
