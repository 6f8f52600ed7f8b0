import assert from "node:assert/strict";
import { test } from "node:test";
import { shippedPack, shippedTexts } from "../shipped-pack.fixture.ts";
import { whatIf } from "../what-if.ts";
import { withParameters } from "./with-parameters.ts";

test("a pack with a lower ceiling refuses who stood below the published one", () => {
  const changed = withParameters(shippedTexts(), { onSiteDaysMax: 150 });
  assert.ok(changed.ok, JSON.stringify(changed));
  const facts = { qualification: "auditor", daysInCycleYear: 160 };
  const [flip] = whatIf(shippedPack(), changed.pack).compare("AuditParticipationReported", facts);
  assert.deepEqual([flip?.before, flip?.after], ["met", "not-met"]);
});

test("a parameter that the pack does not have is refused by name", () => {
  const changed = withParameters(shippedTexts(), { onSiteDaysMaxx: 150 });
  assert.ok(!changed.ok);
  assert.deepEqual(
    changed.errors.map(({ code }) => code),
    ["unknown-parameter"],
  );
});

test("a value of another type is refused where it is read", () => {
  const changed = withParameters(shippedTexts(), { onSiteDaysMax: "many" });
  assert.ok(!changed.ok);
  assert.ok(changed.errors.every(({ code }) => code === "type-error"));
});
