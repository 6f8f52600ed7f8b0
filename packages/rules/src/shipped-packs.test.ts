import assert from "node:assert/strict";
import { test } from "node:test";
import { exampleFacts } from "./check-examples.ts";
import { describePack } from "./describe-pack.ts";
import { explain } from "./explain.ts";
import type { Facts } from "./facts/declaration.ts";
import { vocabularyOf } from "./facts/vocabulary.ts";
import { judge, outcomeOf } from "./judge.ts";
import { obligationsOf } from "./obligations/obligations.ts";
import { diffPacks } from "./pack/diff-versions.ts";
import { languageFor, type Pack } from "./pack/pack.ts";
import { shippedPacks } from "./shipped-pack.fixture.ts";

const packs = shippedPacks();
const packOf = (id: string, version?: string): Pack =>
  packs.find(
    ({ document }) => document.id === id && (version ?? document.version) === document.version,
  ) ?? assert.fail(id);

/** What the server records today; the other act types have nobody who hands in their facts yet. */
const RECORDED = [
  "CertificateReported",
  "AuditParticipationReported",
  "AuditPlanReported",
] as const;

test("acts of the QMS that are recorded today have verdicts of CNCA-QMS-01 only", () => {
  for (const type of RECORDED) {
    for (const requirement of packOf("cnca-qms-01").byAct.get(type) ?? []) {
      const { examples } = packOf("cnca-qms-01");
      for (const { facts } of examples.examples[requirement.document.id]?.cases ?? []) {
        const act = { type, scheme: "QMS", on: "2026-06-01" };
        const judged = judge({ packs, act, facts: exampleFacts(requirement, examples, facts) });
        const judging = judged
          .filter(({ verdicts }) => verdicts.length > 0)
          .map(({ pack }) => pack);
        assert.deepEqual([...new Set([...judging, "cnca-qms-01"])], ["cnca-qms-01"]);
      }
    }
  }
});

test("what no report carries is answered with cannot tell, never left out without a word", () => {
  const asking = packs.flatMap((pack) =>
    RECORDED.flatMap((type) =>
      (pack.byAct.get(type) ?? []).flatMap((requirement) => {
        const vocabulary = vocabularyOf(type);
        const lacking = requirement.reads.filter((fact) => vocabulary[fact]?.unreported === true);
        return lacking.length === 0 ? [] : [{ pack, type, requirement, lacking }];
      }),
    ),
  );
  assert.ok(asking.length >= 5);
  for (const { pack, type, requirement, lacking } of asking) {
    const { id, clause } = requirement.document;
    const unknown = Object.fromEntries(lacking.map((fact) => [fact, null]));
    const cases = pack.examples.examples[id]?.cases ?? [];
    for (const { name, expect, facts } of cases) {
      if (expect !== "met" && expect !== "not-met") continue;
      const all = { ...exampleFacts(requirement, pack.examples, facts), ...unknown };
      const outcome = outcomeOf(requirement, languageFor(pack, type).contextOf(all), all);
      assert.equal(outcome, "cannot-tell", `${pack.document.id} ${id} ${name}`);
      const words = explain(pack, { requirement: id, clause, outcome, facts: all });
      assert.match(words?.because.zh ?? "", /报送数据|10301[01]/, `${pack.document.id} ${id}`);
    }
  }
});

test("the QMS rule has at least 40 requirements", () => {
  assert.ok(packOf("cnca-qms-01").requirements.size >= 40);
});

test("every verdict of every example of every pack can be put into words", () => {
  for (const pack of packs) {
    for (const requirement of pack.requirements.values()) {
      const { id, on, clause } = requirement.document;
      for (const { name, expect, facts } of pack.examples.examples[id]?.cases ?? []) {
        const all = exampleFacts(requirement, pack.examples, facts);
        const noted: Facts = Object.fromEntries(
          requirement.noted.map((fact) => [fact, all[fact] ?? null]),
        );
        const words = explain(pack, { requirement: id, clause, outcome: expect, facts: noted });
        assert.match(words?.because.zh ?? "", /^[^{}]+$/, `${id} ${name}`);
        assert.match(words?.because.en ?? "", /^[^{}]+$/, `${id} ${name}`);
        assert.doesNotMatch(words?.because.zh ?? "", /NaN|undefined/, `${id} ${name} ${on}`);
      }
    }
  }
});

test("sign-in rules of 2021 and 2022 follow one another, and their difference names the remote audits", () => {
  const diff = diffPacks(packOf("cnca-sign-in", "2021"), packOf("cnca-sign-in", "2022"));
  const added = diff.clauses.filter(({ change }) => change === "added").map(({ number }) => number);
  assert.deepEqual(added, ["签到 远程审核"]);
  const schemes = diff.head.find(({ field }) => field === "schemes");
  assert.deepEqual(schemes?.before, ["QMS", "EMS", "OHSMS"]);
});

test("by the international clocks a certificate that expired may be restored for six months", () => {
  const facts = {
    scheme: "EMS",
    status: "expired",
    issuedOn: "2023-06-02",
    validUntil: "2026-06-01",
  };
  const [restoring] = obligationsOf({ packs, scheme: "EMS", on: "2026-07-01", facts });
  assert.deepEqual(
    [restoring?.pack, restoring?.step, restoring?.clause, restoring?.dueOn, restoring?.unconfirmed],
    ["iso-17021-1", "restoring", "9.6.3.2.5", "2026-12-01", true],
  );
});

test("whatever rests on general knowledge or on nothing is marked unconfirmed", () => {
  for (const { document } of packs) {
    for (const { source, confidence, number } of document.clauses) {
      if (source.includes("一般知识")) assert.equal(confidence, "low", `${document.id} ${number}`);
    }
    for (const { id, value, confidence } of document.parameters) {
      assert.equal(value === null, confidence === "none", `${document.id} ${id}`);
    }
  }
});

test("a pack says what it leaves out", () => {
  for (const pack of packs) assert.ok(describePack(pack).notes.length > 0, pack.document.id);
});

test("what a pause moves as a deadline it moves as a verdict too", () => {
  for (const pack of packs) {
    for (const requirement of pack.requirements.values()) {
      const { id, on, clause } = requirement.document;
      if (requirement.deadline === null) continue;
      const context = (facts: Facts) => languageFor(pack, on).contextOf(facts);
      const moved = (pack.examples.examples[id]?.cases ?? [])
        .map((one) => ({ ...one, facts: exampleFacts(requirement, pack.examples, one.facts) }))
        .filter(({ expect, facts }) => {
          const unmoved = { ...facts, pauses: null };
          return expect === "met" && outcomeOf(requirement, context(unmoved), unmoved) !== "met";
        });
      assert.ok(moved.length > 0, `${pack.document.id} ${id} has an example of a pause`);
      for (const { name, facts } of moved) {
        const words = explain(pack, { requirement: id, clause, outcome: "met", facts });
        assert.match(words?.because.zh ?? "", /原定 .*；期限暂停 .*；顺延至 /, `${id} ${name}`);
      }
    }
  }
});
