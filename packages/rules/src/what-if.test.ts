import assert from "node:assert/strict";
import { test } from "node:test";
import { exampleFacts } from "./check-examples.ts";
import type { Facts } from "./facts/declaration.ts";
import type { ActType } from "./facts/vocabulary.ts";
import { judge } from "./judge.ts";
import { loadPack } from "./load-pack.ts";
import type { Pack } from "./pack.ts";
import { shippedPack, shippedTexts } from "./shipped-pack.fixture.ts";
import { flips, whatIf } from "./what-if.ts";

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

test("a lower ceiling flips who stands between the two", () => {
  const facts = { qualification: "auditor", daysInCycleYear: 160 };
  const flipped = whatIf(before, after)("AuditParticipationReported", facts);
  assert.deepEqual(flipped, [
    { requirement: "on-site-days-per-cycle-year", clause: "3.9", before: "met", after: "not-met" },
  ]);
});

test("a requirement that is gone does not apply any more", () => {
  const facts = { qualification: "expert", days: 1 };
  const [flip] = whatIf(before, after)("AuditParticipationReported", facts);
  assert.deepEqual(
    [flip?.requirement, flip?.before, flip?.after],
    ["helpers-not-counted", "not-met", "not-applicable"],
  );
});

test("trying out and comparing verdicts give the same flips, over every example", () => {
  const tryOut = whatIf(before, after);
  let flipped = 0;
  for (const { type, facts } of acts) {
    const act = { type, scheme: "QMS", on: "2026-06-01" };
    const [one, other] = [before, after].map((pack) => judge({ packs: [pack], act, facts })[0]);
    const expected = flips(one?.verdicts ?? [], other?.verdicts ?? []);
    const sorted = (list: typeof expected) => list.map((flip) => JSON.stringify(flip)).sort();
    assert.deepEqual(sorted(tryOut(type, facts)), sorted(expected));
    flipped += expected.length;
  }
  assert.ok(flipped > 3);
});

test("a pack tried in its own place flips nothing", () => {
  const tryOut = whatIf(before, shippedPack());
  for (const { type, facts } of acts) assert.deepEqual(tryOut(type, facts), []);
});
