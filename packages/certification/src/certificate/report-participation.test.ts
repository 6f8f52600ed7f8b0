import assert from "node:assert/strict";
import { test } from "node:test";
import { MEMORY_MAX } from "../content-key.ts";
import type { Cells } from "../report/parse-report-row.ts";
import { after, participationRow, personToken, surveillance } from "./certificate.fixture.ts";
import {
  type CertificateState,
  ERASED_DECISION_MAKER,
  initialCertificate,
} from "./certificate-state.ts";
import { factsForParticipation } from "./participation-facts.ts";
import { reportParticipation } from "./report-participation.ts";

const report = (state: CertificateState, cells: Cells = {}, personId = "P-1") =>
  reportParticipation(state, participationRow(cells), { personId, personToken });

function reported(state: CertificateState, cells: Cells = {}, personId = "P-1") {
  const decision = report(state, cells, personId);
  assert.equal(decision.outcome, "accept");
  if (decision.outcome !== "accept") throw new Error("the assertion above has thrown");
  return decision;
}

function factsOf(state: CertificateState, cells: Cells = {}) {
  return factsForParticipation(state, participationRow(cells), {
    personToken,
    daysInCycleYear: 12,
    certificatesInCycleYear: 3,
    overlapsOther: false,
    reportedOn: "2026-02-12",
    connectedOn: "2026-01-01",
  });
}

test("a certificate is reported before its team", () => {
  const decision = report(initialCertificate);
  assert.equal(decision.outcome === "refuse" && decision.code, "certificate-not-reported");
});

test("another institution's certificate takes no team rows", () => {
  const decision = report(after({}), { RZJG_ID: "CNCA-R-2026-902" });
  assert.equal(
    decision.outcome === "refuse" && decision.code,
    "certificate-of-another-institution",
  );
});

test("the same person, stage and start with the same content is unchanged", () => {
  const { state } = reported(after({}));
  assert.equal(report(state).outcome, "unchanged");
});

const DIFFERENT: readonly [string, Cells, string][] = [
  ["a later end", { APPR_E_DATE: "2026-02-05 12:00:00" }, "P-1"],
  ["another qualification", { QUA_CODE: "01" }, "P-1"],
  ["another registration number", { APT_CERTI_NUM: "2024-N1QMS-0000002" }, "P-1"],
  ["another stage", { APPR_STAGE: "0101" }, "P-1"],
  ["another start", { APPR_S_DATE: "2026-02-03 09:00:00" }, "P-1"],
  ["another person", {}, "P-2"],
];

for (const [name, cells, person] of DIFFERENT) {
  test(`${name} is recorded`, () => {
    const { state } = reported(after({}));
    assert.equal(report(state, cells, person).outcome, "accept");
  });
}

test("the event names nobody; what is public of a person is said field by field", () => {
  const { event, personal, state } = reported(after({}));
  assert.doesNotMatch(JSON.stringify(event), /程样例|110101|N1QMS/);
  assert.doesNotMatch(JSON.stringify(state), /110101|N1QMS|程样例/);
  assert.deepEqual(
    personal.map(({ name, visibility }) => [name, visibility]),
    [
      ["person.identity", "restricted"],
      ["person.name", "public"],
      ["person.registration", "public"],
    ],
  );
});

test("stage 1 is remembered for the rows of stage 2", () => {
  const stage1 = {
    APPR_STAGE: "0101",
    APPR_S_DATE: "2026-01-20 08:00:00",
    APPR_E_DATE: "2026-01-20 17:00:00",
  };
  assert.equal(factsOf(after({})).stage1EndOn, null);
  assert.equal(factsOf(reported(after({}), stage1).state).stage1EndOn, "2026-01-20");
});

test("who decided on an audit is told for that audit only", () => {
  const state = after(
    { CHK_P_LIST: "程样例；吴样例" },
    {
      ...surveillance("2027-01-10", 1),
      CHK_P_LIST: "周样例",
    },
  );
  assert.equal(factsOf(state).isDecisionMaker, true);
  assert.equal(factsOf(state, { FULL_NAME: "林样例" }).isDecisionMaker, false);
  const second = { APPR_STAGE: "03", APPR_S_DATE: "2027-01-10", APPR_E_DATE: "2027-01-10" };
  assert.equal(factsOf(state, second).isDecisionMaker, false);
  const third = { APPR_STAGE: "03", APPR_S_DATE: "2028-01-10", APPR_E_DATE: "2028-01-10" };
  assert.equal(factsOf(state, third).isDecisionMaker, null);
});

test("beside a decision maker who was erased, whether somebody decided cannot be told", () => {
  const state = after({ CHK_P_LIST: "程样例；吴样例" });
  const [decision] = state.decisions;
  assert.ok(decision !== undefined);
  const makers = decision.makers.map((maker, i) => (i === 1 ? ERASED_DECISION_MAKER : maker));
  const erased = { ...state, decisions: [{ ...decision, makers }] };
  assert.equal(factsOf(erased).isDecisionMaker, true);
  assert.equal(factsOf(erased, { FULL_NAME: "吴样例" }).isDecisionMaker, null);
});

test("facts carry the words of the rules and the caller's totals", () => {
  assert.deepEqual(factsOf(after({}), { APT_CERTI_NUM: "", QUA_CODE: "04" }), {
    scheme: "QMS",
    stage: "stage-2",
    startOn: "2026-02-03",
    endOn: "2026-02-04",
    days: 2,
    role: "leader",
    qualification: "expert",
    registrationGiven: false,
    isDecisionMaker: false,
    stage1EndOn: null,
    daysInCycleYear: 12,
    certificatesInCycleYear: 3,
    overlapsOther: false,
    reportedOn: "2026-02-12",
    connectedOn: "2026-01-01",
  });
});

const team = (size: number): string[] => Array.from({ length: size }, (_, i) => `P-${i}`);

function afterTeam(state: CertificateState, persons: readonly string[]): CertificateState {
  for (const person of persons) state = reported(state, {}, person).state;
  return state;
}

test("however large the team, each of its rows is known when it is sent again", () => {
  const state = afterTeam(after({}), team(200));
  for (const person of team(200)) assert.equal(report(state, {}, person).outcome, "unchanged");
});

test("a row that was corrected is not recorded again and does not undo its correction", () => {
  const { state } = reported(reported(after({})).state, { APPR_E_DATE: "2026-02-05 12:00:00" });
  const again = report(state);
  assert.equal(again.outcome === "refuse" && again.code, "corrected-since");
});

test("a certificate has room for sixteen thousand rows; then the next is refused, none forgotten", () => {
  const { state } = reported(after({}));
  const full = {
    ...state,
    participations: Array(MEMORY_MAX - 1)
      .fill("a:b")
      .concat(state.participations),
  };
  const next = report(full, {}, "P-2");
  assert.equal(next.outcome === "refuse" && next.code, "too-many-rows");
  assert.equal(report(full).outcome, "unchanged");
});

test("a state takes under 2 kB and 18 bytes for each row that was recorded", () => {
  const years = Array.from({ length: 12 }, (_, i) => surveillance(`${2027 + i}-01-10`, i));
  const state = afterTeam(after({}, ...years), team(100));
  const { length } = JSON.stringify(state);
  assert.ok(length < 2048 + 18 * 113, `${length} bytes`);
});
