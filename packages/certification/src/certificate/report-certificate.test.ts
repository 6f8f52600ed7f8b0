import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays } from "../calendar-date.ts";
import type { Cells } from "../report/parse-report-row.ts";
import {
  accepted,
  after,
  cancellation,
  certificateRow,
  decideRow,
  expiry,
  personToken,
  recertification,
  restoration,
  surveillance,
  suspension,
  withdrawal,
} from "./certificate.fixture.ts";
import { initialCertificate } from "./certificate-state.ts";
import { evolveCertificate } from "./evolve-certificate.ts";
import { reportCertificate } from "./report-certificate.ts";

const issued: Cells = {};
const suspended = suspension("2027-03-01", "2027-08-31");
const longer: Cells = { AWARD_DATE: "2029-03-01", CERTI_E_DATE: "2032-02-29" };

type Transition = {
  readonly from: readonly Cells[];
  readonly to: Cells;
  readonly name: string;
  readonly expect: string;
};

const TRANSITIONS: readonly Transition[] = [
  { name: "valid, suspended", from: [issued], to: suspended, expect: "accept" },
  { name: "valid, withdrawn", from: [issued], to: withdrawal("2027-05-01"), expect: "accept" },
  { name: "valid, cancelled", from: [issued], to: cancellation("2027-05-01"), expect: "accept" },
  { name: "valid, expired", from: [issued], to: expiry(), expect: "accept" },
  {
    name: "suspended, valid",
    from: [issued, suspended],
    to: restoration("2027-05-01"),
    expect: "accept",
  },
  {
    name: "suspended, suspended for longer",
    from: [issued, suspended],
    to: suspension("2027-03-01", "2027-09-30"),
    expect: "accept",
  },
  {
    name: "suspended, withdrawn",
    from: [issued, suspended],
    to: withdrawal("2027-09-01"),
    expect: "accept",
  },
  {
    name: "suspended, cancelled",
    from: [issued, suspended],
    to: cancellation("2027-09-01"),
    expect: "accept",
  },
  { name: "suspended, expired", from: [issued, suspended], to: expiry(), expect: "accept" },
  {
    name: "withdrawn, valid again",
    from: [issued, withdrawal("2027-05-01")],
    to: restoration("2027-06-01"),
    expect: "withdrawn-is-final",
  },
  {
    name: "withdrawn, valid by a new undated row",
    from: [issued, withdrawal("2027-05-01")],
    to: { RELA_PEOP_NUM: "49", APPR_E_DATE: "2026-02-05" },
    expect: "withdrawn-is-final",
  },
  {
    name: "withdrawn, valid by a surveillance",
    from: [issued, withdrawal("2027-05-01")],
    to: surveillance("2027-06-01", 1),
    expect: "withdrawn-is-final",
  },
  {
    name: "withdrawn, suspended",
    from: [issued, withdrawal("2027-05-01")],
    to: suspension("2027-06-01", "2027-07-01"),
    expect: "withdrawn-is-final",
  },
  {
    name: "withdrawn, expired",
    from: [issued, withdrawal("2027-05-01")],
    to: expiry(),
    expect: "withdrawn-is-final",
  },
  {
    name: "withdrawn, withdrawn on another day",
    from: [issued, withdrawal("2027-05-01")],
    to: withdrawal("2027-05-02"),
    expect: "accept",
  },
  {
    name: "cancelled, valid",
    from: [issued, cancellation("2027-05-01")],
    to: restoration("2027-06-01"),
    expect: "cancelled-is-final",
  },
  {
    name: "cancelled, withdrawn",
    from: [issued, cancellation("2027-05-01")],
    to: withdrawal("2027-06-01"),
    expect: "accept",
  },
  {
    name: "expired, suspended",
    from: [issued, expiry()],
    to: suspension("2029-03-01", "2029-04-01"),
    expect: "expired-cannot-be-suspended",
  },
  {
    name: "expired, cancelled",
    from: [issued, expiry()],
    to: cancellation("2029-03-01"),
    expect: "expired-cannot-be-suspended",
  },
  {
    name: "expired, valid without a later expiry",
    from: [issued, expiry()],
    to: restoration("2029-03-01"),
    expect: "expired-needs-new-validity",
  },
  {
    name: "expired, valid with a later expiry",
    from: [issued, expiry()],
    to: { ...restoration("2029-03-01"), ...longer },
    expect: "accept",
  },
  {
    name: "expired, withdrawn",
    from: [issued, expiry()],
    to: withdrawal("2029-03-01"),
    expect: "accept",
  },
];

for (const { name, from, to, expect } of TRANSITIONS) {
  test(`${name}: ${expect}`, () => {
    const decision = decideRow(after(...from), to);
    assert.equal(decision.outcome === "refuse" ? decision.code : decision.outcome, expect);
  });
}

test("a suspension cannot begin after the expiry, the last valid day is the last chance", () => {
  const late = decideRow(after(issued), suspension("2029-02-10", "2029-03-01"));
  assert.equal(late.outcome === "refuse" && late.code, "expired-cannot-be-suspended");
  const last = decideRow(after(issued), suspension("2029-02-09", "2029-03-01"));
  assert.equal(last.outcome, "accept");
});

test("the same row again is unchanged, also after later rows", () => {
  const state = after(issued, suspended, restoration("2027-05-01"));
  for (const cells of [issued, suspended, restoration("2027-05-01")]) {
    assert.equal(decideRow(state, cells).outcome, "unchanged");
  }
});

test("a row that only differs in blanks, width or date form is unchanged", () => {
  const again = { CERT_NUMBER: " ９0126q10001r0s ", AWARD_DATE: "2026/2/10" };
  assert.equal(decideRow(after(issued), again).outcome, "unchanged");
});

test("each changed field is a correction; what it corrected is not recorded once more", () => {
  const correction = { RELA_PEOP_NUM: "50" };
  const corrected = after(issued, correction);
  assert.equal(decideRow(corrected, { CHK_P_LIST: "周样例" }).outcome, "accept");
  assert.equal(decideRow(corrected, correction).outcome, "unchanged");
  const again = decideRow(corrected, issued);
  assert.equal(again.outcome === "refuse" && again.code, "corrected-since");
});

test("a row is known again after any number of others", () => {
  const others = Array.from({ length: 40 }, (_, i) => surveillance(addDays("2027-01-10", i), 1));
  const state = after(issued, ...others);
  for (const cells of [issued, ...others]) {
    assert.equal(decideRow(state, cells).outcome, "unchanged");
  }
});

test("a late report of an earlier act is recorded and leaves the present status alone", () => {
  const state = after(issued, withdrawal("2027-09-01"));
  const { state: now, event } = accepted(decideRow(state, suspended));
  assert.equal(now.status, "withdrawn");
  assert.equal(now.statusSince, "2027-09-01");
  assert.equal(event.occurredOn, "2027-03-01");
});

test("a correction of the first report stays possible after the withdrawal", () => {
  const state = after(issued, withdrawal("2027-09-01"));
  const { state: now } = accepted(decideRow(state, { BUSI_COVER_SCOP: "零件加工" }));
  assert.equal(now.status, "withdrawn");
});

test("another institution cannot report the number", () => {
  const decision = decideRow(after(issued), { RZJG_ID: "CNCA-R-2026-902" });
  assert.equal(
    decision.outcome === "refuse" && decision.code,
    "certificate-of-another-institution",
  );
});

test("a child expires with its main at the latest", () => {
  const child = certificateRow({ IS_C_CERTI: "1", M_CERTI_NUM: "90126Q10000R0S" });
  const outcome = (mainValidUntil: string | null) => {
    const decision = reportCertificate(initialCertificate, child, { personToken, mainValidUntil });
    return decision.outcome === "refuse" ? decision.code : decision.outcome;
  };
  assert.equal(outcome("2029-02-08"), "child-outlives-main");
  assert.equal(outcome("2029-02-09"), "accept");
  assert.equal(outcome(null), "accept");
});

test("the event names nobody and no price; both are handed over to be committed", () => {
  const { event, personal } = accepted(decideRow(initialCertificate, issued));
  assert.doesNotMatch(JSON.stringify(event), /周样例|吴样例/);
  assert.deepEqual(personal, [
    { name: "decision-maker.0", value: "周样例", visibility: "institution", public: false },
    { name: "decision-maker.1", value: "吴样例", visibility: "institution", public: false },
    { name: "terms", value: '[12000,"HT2026001"]', visibility: "institution", public: false },
  ]);
});

test("replaying the events gives the state that the decisions gave, but for the memory", () => {
  const rows = [issued, surveillance("2027-01-10", 1), suspended, restoration("2027-05-01")];
  let decided = after(issued);
  let replayed = evolveCertificate(
    initialCertificate,
    accepted(decideRow(initialCertificate, issued)).event,
  );
  for (const cells of rows.slice(1)) {
    const step = accepted(decideRow(decided, cells));
    decided = step.state;
    replayed = evolveCertificate(replayed, step.event);
  }
  const { reports: _reports, decisions: _decisions, ...rest } = decided;
  assert.deepEqual({ ...rest, reports: [], decisions: [] }, replayed);
});

test("a recertification under the same number begins a cycle", () => {
  const before = after(issued, surveillance("2027-01-10", 1), surveillance("2028-01-10", 2));
  const state = accepted(decideRow(before, recertification("2029-01-20", "2032-02-09"))).state;
  assert.equal(state.cycleStartOn, "2029-01-20");
  assert.deepEqual(state.endedCycle, {
    issuedOn: "2026-02-10",
    validUntil: "2029-02-09",
    surveillances: 2,
  });
  assert.deepEqual(state.surveillanceEnds, []);
});

test("a cycle remembers the decision that opened it, and a later change keeps it", () => {
  const { decidedOn } = certificateRow();
  assert.equal(after(issued, surveillance("2027-01-10", 1)).cycleDecidedOn, decidedOn);
  const next = recertification("2029-01-20", "2032-02-09");
  const decided = certificateRow(next).decidedOn;
  assert.notEqual(decided, decidedOn);
  const days = { AWARD_DATE: "2029-01-20", CERTI_E_DATE: "2032-02-09" };
  const later = { ...suspension("2029-06-01", "2029-11-30"), ...days };
  assert.equal(after(issued, next, later).cycleDecidedOn, decided);
});

test("first heard of in mid-cycle, the decision is not known until its report comes", () => {
  const heard = surveillance("2027-01-10", 1);
  assert.equal(after(heard).cycleDecidedOn, null);
  assert.equal(after(heard, issued).cycleDecidedOn, certificateRow().decidedOn);
});
