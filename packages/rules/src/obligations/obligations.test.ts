import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPack } from "../compile/load-pack.ts";
import type { Facts } from "../facts/declaration.ts";
import { shippedPack, shippedTexts } from "../shipped-pack.fixture.ts";
import { type ObligationsGiven, obligationsOf } from "./obligations.ts";
import type { Pause } from "./tolling.ts";

const packs = [shippedPack()];
const issued: Facts = {
  scheme: "QMS",
  status: "valid",
  issuedOn: "2026-03-10",
  validUntil: "2029-03-09",
  surveillanceCount: 0,
};

const open = (on: string, changed: Facts = {}, more: Partial<ObligationsGiven> = {}) =>
  obligationsOf({ packs, scheme: "QMS", on, facts: { ...issued, ...changed }, ...more });
const said = (...given: Parameters<typeof open>) =>
  open(...given).map(({ step, dueOn, state }) => `${step} ${dueOn} ${state}`);

test("a new certificate owes its first surveillance and its recertification, soonest first", () => {
  assert.deepEqual(said("2026-04-01"), [
    "surveillance 2027-03-10 ahead",
    "recertification 2029-03-09 ahead",
  ]);
});

test("an obligation says its reminders, what closes it and what follows when it lapses", () => {
  const [first] = open("2026-12-20");
  assert.equal(first?.opensOn, "2026-03-10");
  assert.deepEqual(first?.remindOn, ["2026-12-10", "2027-01-09", "2027-02-08", "2027-03-03"]);
  assert.equal(first?.state, "reminding");
  assert.equal(first?.closes.zh, "监督审核的报送（认证活动 03）");
  assert.deepEqual(first?.follows, { step: "suspension", dueOn: "2027-03-11" });
  assert.equal(first?.message.zh, "首次监督审核最迟 2027-03-10 进行");
});

test("ahead of the day it is said what to do, not what to mend once it is missed", () => {
  const [first, suspension] = open("2027-03-11");
  const missed = shippedPack().requirements.get("first-surveillance-in-time")?.document.remedy;
  assert.match(open("2026-12-20")[0]?.remedy.zh ?? "", /在到期前完成监督审核/);
  assert.notDeepEqual(first?.remedy, missed);
  assert.match(suspension?.remedy.zh ?? "", /暂停证书并报告/);
});

test("once the day is over it is said what to do then, not what was to be done before it", () => {
  const [missed] = open("2027-03-11");
  assert.match(missed?.remedy.zh ?? "", /^暂停证书并报告/);
  const suspended = {
    status: "suspended",
    suspendedOn: "2027-05-02",
    suspendedUntil: "2027-11-01",
  };
  assert.match(open("2027-11-01", suspended)[0]?.remedy.zh ?? "", /^期满前/);
  assert.equal(open("2027-11-02", suspended)[0]?.remedy.zh, "撤销证书并报告");
  const expired = open("2029-03-10", { lastSurveillanceEndOn: "2028-06-01" }).at(-1);
  assert.equal(expired?.remedy.zh, "按初次认证办理");
});

test("surveillance, suspension, withdrawal follow one another as clause 5.4.1.4 says", () => {
  const overdue = ["surveillance 2027-03-10 lapsed", "suspension 2027-03-11 overdue"];
  assert.deepEqual(said("2027-05-01").slice(0, 2), overdue);
  const suspended = {
    status: "suspended",
    suspendedOn: "2027-05-02",
    suspendedUntil: "2027-11-01",
  };
  assert.deepEqual(said("2027-05-02", suspended)[0], "withdrawal 2027-11-01 ahead");
  assert.deepEqual(said("2027-11-02", suspended)[0], "withdrawal 2027-11-01 overdue");
  assert.deepEqual(said("2027-11-02", { status: "withdrawn" }), []);
});

test("what two requirements of a clause ask for on one day is said once", () => {
  const suspended = {
    status: "suspended",
    suspendedOn: "2027-05-02",
    suspendedUntil: "2027-11-01",
  };
  const withdrawals = open("2027-06-01", suspended).filter(({ step }) => step === "withdrawal");
  assert.equal(withdrawals.length, 1);
});

test("a step is as sure as its own source: the day of suspension is our reading", () => {
  const [surveillance, suspension] = open("2027-05-01");
  assert.deepEqual([surveillance?.confidence, surveillance?.unconfirmed], ["high", false]);
  assert.deepEqual([suspension?.confidence, suspension?.unconfirmed], ["medium", true]);
});

test("a missed recertification cannot be made up for", () => {
  assert.equal(
    said("2029-03-10", { lastSurveillanceEndOn: "2028-06-01" }).at(-1),
    "recertification 2029-03-09 lapsed",
  );
});

const pause: Pause = {
  requirements: ["first-surveillance-in-time"],
  regions: "all",
  institutions: ["CNCA-R-2099-001"],
  from: "2027-02-01",
  until: "2027-02-11",
  reason: "虚构的系统停机",
  approvedBy: "虚构监管部门",
};

test("a pause moves a deadline and all that follows from it, and says so", () => {
  const subject = { institution: "CNCA-R-2099-001" };
  const [first] = open("2027-03-15", {}, { pauses: [pause], subject });
  assert.deepEqual([first?.dueOn, first?.state], ["2027-03-20", "reminding"]);
  assert.equal(first?.message.zh, "首次监督审核最迟 2027-03-20 进行");
  assert.match(first?.tolled?.zh ?? "", /^原定 2027-03-10；期限暂停 10 天/);
  assert.deepEqual(first?.follows, { step: "suspension", dueOn: "2027-03-21" });
  const another = { institution: "CNCA-R-2099-002" };
  assert.equal(
    open("2027-03-15", {}, { pauses: [pause], subject: another })[0]?.dueOn,
    "2027-03-10",
  );
});

test("what is not known opens nothing", () => {
  assert.deepEqual(said("2027-05-01", { status: "suspended" }), [
    "recertification 2029-03-09 ahead",
  ]);
});

function broken(...change: [string, string]): string[] {
  const { pack, examples } = shippedTexts();
  assert.ok(pack.includes(change[0]));
  const loaded = loadPack({ pack: pack.replace(...change), examples });
  return loaded.ok ? [] : loaded.errors.map(({ clause, code }) => `${clause} ${code}`);
}

test("an escalation without source is refused", () => {
  const errors = broken("source: Q-13（S-03）；“次日起”是我们的理解", "source: ''");
  assert.deepEqual(errors, ["null no-source"]);
});

test("a due date that reads itself, or a step before the first, is refused", () => {
  const own = broken("due: addMonths(issuedOn, param.first", "due: addMonths(dueOn, param.first");
  assert.deepEqual(own, ["5.4.1.4 unknown-fact"]);
  const first = broken("opensOn: issuedOn", "opensOn: previousDueOn");
  assert.deepEqual(first, ["5.4.1.4 unknown-fact"]);
});

test("a chain that does not do what its examples say is refused", () => {
  const errors = broken("due: addDays(previousDueOn, 1.0)", "due: addDays(previousDueOn, 2.0)");
  assert.deepEqual([...new Set(errors)], ["5.4.1.4 example-fails"]);
});
