import assert from "node:assert/strict";
import { test } from "node:test";
import { describePack } from "./describe-pack.ts";
import { explain } from "./explain.ts";
import type { CertificateFacts } from "./facts/certificate-facts.ts";
import { CERTIFICATE_FACTS } from "./facts/certificate-facts.ts";
import type { Facts } from "./facts/declaration.ts";
import { type JudgedAct, judge } from "./judge.ts";
import { shippedPack } from "./shipped-pack.fixture.ts";

const pack = shippedPack();
const packs = [pack];
const unknown = Object.fromEntries(Object.keys(CERTIFICATE_FACTS).map((name) => [name, null]));

const issued: Partial<CertificateFacts> = {
  scheme: "QMS",
  activity: "initial",
  reportType: "new",
  status: "valid",
  issuedOn: "2026-03-10",
  validUntil: "2029-03-09",
  auditEndOn: "2026-02-20",
  decidedOn: "2026-03-11",
  headcountCovered: 85,
  actualPersonDays: 6,
  basePersonDays: 6,
  combinedAudit: false,
  reportedOn: "2026-03-20",
  connectedOn: "2026-01-01",
};
const facts: Facts = { ...unknown, ...issued };
const act: JudgedAct = { type: "CertificateReported", scheme: "QMS", on: "2026-03-10" };

const verdicts = (changed: Facts = {}, of: Partial<JudgedAct> = {}) =>
  judge({ packs, act: { ...act, ...of }, facts: { ...facts, ...changed } })[0]?.verdicts ?? [];

test("a verdict keeps only the facts it reads", () => {
  const verdict = verdicts().find(({ requirement }) => requirement === "decided-before-issue");
  assert.deepEqual(verdict, {
    requirement: "decided-before-issue",
    clause: "认证认可条例 第22、23条",
    outcome: "not-met",
    facts: { decidedOn: "2026-03-11", issuedOn: "2026-03-10" },
  });
});

test("what does not apply is left out", () => {
  const outcomes = verdicts().map(({ outcome }) => outcome);
  assert.ok(outcomes.length > 5);
  assert.ok(!outcomes.includes("not-applicable"));
});

test("an act before the rule came into force is not judged by it", () => {
  const on = (day: string) => judge({ packs, act: { ...act, on: day }, facts }).length;
  assert.equal(on("2025-12-31"), 0);
  assert.equal(on("2026-01-01"), 1);
});

test("an act of another scheme is not judged by it", () => {
  assert.deepEqual(judge({ packs, act: { ...act, scheme: "EMS" }, facts }), []);
});

test("a fact not handed in is a fact not known", () => {
  const { decidedOn: _, ...rest } = facts;
  const [judged] = judge({ packs, act, facts: rest });
  const verdict = judged?.verdicts.find(
    ({ requirement }) => requirement === "decided-before-issue",
  );
  assert.equal(verdict?.outcome, "cannot-tell");
});

test("a stored verdict finds its words again", () => {
  const verdict = verdicts().find(({ requirement }) => requirement === "decided-before-issue");
  assert.ok(verdict);
  const stored = JSON.parse(JSON.stringify(verdict));
  const explanation = explain(pack, stored);
  assert.equal(explanation?.because.zh, "2026-03-10 颁证早于认证决定（2026-03-11）");
  assert.equal(explanation?.because.en, "issued on 2026-03-10, before the decision on 2026-03-11");
  assert.equal(explanation?.severity, "serious");
  assert.equal(explanation?.unconfirmed, true);
  assert.ok(explanation?.remedy);
});

test("a verdict that cannot be told names what is missing", () => {
  const verdict = verdicts({ decidedOn: null }).find(
    ({ requirement }) => requirement === "decided-before-issue",
  );
  assert.ok(verdict);
  assert.equal(explain(pack, verdict)?.because.zh, "无法判定，缺少：认证决定日期");
  assert.equal(explain(pack, verdict)?.remedy, null);
});

test("every sentence of every example can be filled in", () => {
  for (const { id, on, examples } of describePack(pack).requirements) {
    for (const { name: names, facts: own, expect } of examples) {
      const name = names.zh;
      const judged = verdictFor(id, String(on[0]) as JudgedAct["type"], own);
      if (expect === "not-applicable") assert.equal(judged, undefined, name);
      else assert.match(explain(pack, judged ?? assert.fail(name))?.because.zh ?? "", /^[^{}]+$/);
    }
  }
});

function verdictFor(id: string, type: JudgedAct["type"], own: Facts) {
  const [judged] = judge({ packs, act: { ...act, type }, facts: own });
  return judged?.verdicts.find(({ requirement }) => requirement === id);
}

test("a verdict of another pack's requirement has no words here", () => {
  const stranger = { requirement: "none", clause: "1", outcome: "met", facts: {} } as const;
  assert.equal(explain(pack, stranger), null);
});
