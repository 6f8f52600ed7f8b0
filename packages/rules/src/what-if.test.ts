import assert from "node:assert/strict";
import { test } from "node:test";
import { exampleFacts } from "./check-examples.ts";
import { loadPack } from "./compile/load-pack.ts";
import type { Facts } from "./facts/declaration.ts";
import type { ActType } from "./facts/vocabulary.ts";
import { judge } from "./judge.ts";
import type { Pack } from "./pack/pack.ts";
import { shippedPack, shippedTexts } from "./shipped-pack.fixture.ts";
import { type Compared, documentOf, whatIf } from "./what-if.ts";

const before = shippedPack();

/** The shipped pack with a lower ceiling, and without the requirement on trainees and experts. */
function revised(): Pack {
  const { pack, examples } = shippedTexts();
  const [head = "", rest = ""] = pack.split("  - id: helpers-not-counted\n");
  const kept = rest.slice(rest.indexOf("\n  # ----"));
  const loaded = loadPack({
    pack: `${head}${kept}`.replace(
      "id: onSiteDaysMax, value: 180",
      "id: onSiteDaysMax, value: 150",
    ),
    examples: examples
      .replace("恰好 180 天, expect: met", "180 天, expect: not-met")
      .replace("120 天, expect: met,", "120 天, expect: met, boundary: true,")
      .replace(/ {2}helpers-not-counted:[\s\S]*?\n\n/, ""),
  });
  assert.ok(loaded.ok, JSON.stringify(loaded));
  return loaded.pack;
}
const after = revised();

const acts: { type: ActType; facts: Facts }[] = [...before.requirements.values()].flatMap(
  (requirement) => {
    const { id, on } = requirement.document;
    const cases = before.examples.examples[id]?.cases ?? [];
    return cases.map(({ facts }) => ({
      type: on,
      facts: exampleFacts(requirement, before.examples, facts),
    }));
  },
);

const flipped = (list: readonly Compared[]) => list.filter((one) => one.before !== one.after);

test("a lower ceiling flips who stands between the two, and nobody else", () => {
  const tryOut = whatIf(before, after);
  const facts = { qualification: "auditor", daysInCycleYear: 160 };
  const of = (daysInCycleYear: number) =>
    tryOut.compare("AuditParticipationReported", { ...facts, daysInCycleYear });
  assert.deepEqual(flipped(of(160)), [
    {
      requirement: "on-site-days-per-cycle-year",
      clause: "3.9",
      before: "met",
      after: "not-met",
      missing: [],
    },
  ]);
  assert.deepEqual(flipped(of(150)), []);
  assert.deepEqual(flipped(of(181)), []);
});

test("only requirements that differ are looked at", () => {
  const { differing } = whatIf(before, after);
  const ids = differing.map((one) => documentOf(one).id);
  assert.deepEqual(ids, ["on-site-days-per-cycle-year", "helpers-not-counted"]);
});

test("a fact without which nothing can be told is named", () => {
  const facts = { qualification: "auditor", daysInCycleYear: null };
  const [one] = whatIf(before, after).compare("AuditParticipationReported", facts);
  assert.equal(one?.after, "cannot-tell");
  assert.ok(one?.missing.includes("daysInCycleYear"));
});

test("a requirement that is gone does not apply any more", () => {
  const facts = { qualification: "expert", days: 1 };
  const [flip] = flipped(whatIf(before, after).compare("AuditParticipationReported", facts));
  assert.deepEqual(
    [flip?.requirement, flip?.before, flip?.after],
    ["helpers-not-counted", "not-met", "not-applicable"],
  );
});

/** What two packs judge, told by their verdicts. */
function flipsByVerdicts(type: ActType, facts: Facts): string[] {
  const act = { type, scheme: "QMS", on: "2026-06-01" };
  const [old, now] = [before, after].map((pack) => {
    const verdicts = judge({ packs: [pack], act, facts })[0]?.verdicts ?? [];
    return new Map(verdicts.map(({ requirement, outcome }) => [requirement, outcome]));
  });
  return [...before.requirements.keys()]
    .map((id) => [id, old?.get(id) ?? "not-applicable", now?.get(id) ?? "not-applicable"])
    .filter(([, one, other]) => one !== other)
    .map((flip) => flip.join(" "))
    .sort();
}

test("trying out flips what the verdicts of both packs tell apart, over every example", () => {
  const tryOut = whatIf(before, after);
  let count = 0;
  for (const { type, facts } of acts) {
    const found = flipped(tryOut.compare(type, facts)).map(
      (one) => `${one.requirement} ${one.before} ${one.after}`,
    );
    assert.deepEqual(found.sort(), flipsByVerdicts(type, facts));
    count += found.length;
  }
  assert.ok(count > 3);
});

test("in the place of nothing everything is new", () => {
  const { differing, compare } = whatIf(null, before);
  assert.equal(differing.length, before.requirements.size);
  const facts = { qualification: "auditor", daysInCycleYear: 160 };
  const found = compare("AuditParticipationReported", facts).find(
    ({ requirement }) => requirement === "on-site-days-per-cycle-year",
  );
  assert.deepEqual([found?.before, found?.after], ["not-applicable", "met"]);
});

test("a pack tried in its own place has nothing to compare", () => {
  const { differing, compare } = whatIf(before, shippedPack());
  assert.deepEqual(differing, []);
  for (const { type, facts } of acts) assert.deepEqual(compare(type, facts), []);
});
