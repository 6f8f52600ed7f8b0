import assert from "node:assert/strict";
import { test } from "node:test";
import { EXAMPLE_CELLS } from "../report/example-cells.ts";
import { type Cells, parseReportRow } from "../report/parse-report-row.ts";
import { factsForPlan } from "./plan-facts.ts";
import { initialProject, type ProjectState, reportPlan } from "./project.ts";

const personToken = (text: string): string => `token-${text}`;

function planRow(cells: Cells = {}) {
  const all = { ...EXAMPLE_CELLS["102010"], ...cells };
  const parsed = parseReportRow("102010", all, { institution: "CNCA-R-2026-901" });
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.row;
}

const report = (state: ProjectState, cells: Cells = {}) =>
  reportPlan(state, planRow(cells), { personToken });

function planned(): ProjectState {
  const decision = report(initialProject);
  return decision.outcome === "accept" ? decision.state : initialProject;
}

test("the same plan again is unchanged, an amended one is recorded", () => {
  assert.equal(report(planned()).outcome, "unchanged");
  const moved = { AUDIT_START_DATE: "2026-02-02 13:00:00" };
  assert.equal(report(planned(), moved).outcome, "accept");
  assert.equal(report(planned(), { AUDIT_PLAN_CODE: "R0901012026000002" }).outcome, "accept");
});

test("every plan of a project is known again, and an amended one does not undo its amendment", () => {
  const codes = Array.from({ length: 60 }, (_, i) => `R090101202600${1000 + i}`);
  let state = planned();
  for (const AUDIT_PLAN_CODE of codes) {
    const decision = report(state, { AUDIT_PLAN_CODE });
    assert.equal(decision.outcome, "accept");
    if (decision.outcome === "accept") state = decision.state;
  }
  for (const AUDIT_PLAN_CODE of codes) {
    assert.equal(report(state, { AUDIT_PLAN_CODE }).outcome, "unchanged");
  }
  assert.equal(report(state).outcome, "unchanged");
  const amended = report(state, { AUDIT_START_DATE: "2026-02-02 13:00:00" });
  assert.equal(amended.outcome, "accept");
  if (amended.outcome !== "accept") return;
  const again = report(amended.state);
  assert.equal(again.outcome === "refuse" && again.code, "corrected-since");
});

test("a plan in which only a phone number changed is recorded", () => {
  assert.equal(report(planned(), { ORG_CONTACT_WAY: "00000000009" }).outcome, "accept");
});

test("the event keeps the roles and hands the people over to be committed", () => {
  const decision = report(initialProject, {
    AUDIT_INSPECT_ZJ: "X0000009，方样例，03，00000000003",
  });
  assert.equal(decision.outcome, "accept");
  if (decision.outcome !== "accept") return;
  assert.equal(decision.event.occurredOn, "2026-02-03");
  assert.deepEqual(decision.event.data.inspectors, [{ role: "leader" }, { role: "member" }]);
  const written = JSON.stringify([decision.event, decision.state]);
  for (const { value } of decision.personal) assert.ok(!written.includes(value), value);
  assert.deepEqual(
    decision.personal.map(({ name, visibility }) => `${name} ${visibility}`),
    [
      "contact.0 restricted",
      "expert.0 restricted",
      "inspector.0 restricted",
      "inspector.1 restricted",
    ],
  );
});

const when = { reportedOn: "2026-01-30", connectedOn: "2026-01-01" };

test("facts count the inspectors and tell whether a leader is named", () => {
  assert.deepEqual(factsForPlan(planRow(), when), {
    scheme: "QMS",
    stage: "stage-2",
    mode: "on-site",
    startOn: "2026-02-03",
    endOn: "2026-02-04",
    teamSize: 2,
    leaderNamed: true,
    planNumberFits: "yes",
    ...when,
  });
  const nobody = planRow({ AUDIT_INSPECTOR: "1，程样例，02，0", AUDIT_MODE: "" });
  assert.equal(factsForPlan(nobody, when).leaderNamed, false);
  assert.equal(factsForPlan(nobody, when).mode, null);
});

test("a plan's number begins as recommended, or does not", () => {
  const fits = (institution: string, planNumber: string) =>
    factsForPlan({ ...planRow(), institution, planNumber }, when).planNumberFits;
  assert.equal(fits("CNCA-R-2002-034", "R003401"), "yes");
  assert.equal(fits("CNCA-R-2002-034", "R003501"), "no");
  assert.equal(fits("CNCA-R-2002-034", "R00340"), "no");
  assert.equal(fits("CNCA-RF-2005-21", "RF021012026000001"), "yes");
  assert.equal(fits("CNCA-RF-2005-21", "R0021012026000001"), "no");
  assert.equal(fits("not a body", "R0034012026000001"), null);
});
