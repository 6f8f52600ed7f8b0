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

test("a value that its unit cannot be is refused with the line and what it has to be", () => {
  const changed = withParameters(shippedTexts(), { onSiteDaysMax: -5 });
  assert.ok(!changed.ok);
  const [error] = changed.errors;
  assert.equal(error?.code, "value-outside-unit");
  const line = shippedTexts().pack.split("\n")[(error?.line ?? 0) - 1];
  assert.match(line ?? "", /onSiteDaysMax/);
  assert.match(error?.message.zh ?? "", /`-5`，须为：0 或更大的整数/);
  assert.match(error?.message.en ?? "", /a whole number, 0 or more/);
});

test("a value of another type is refused where it is read", () => {
  const changed = withParameters(shippedTexts(), { onSiteDaysMax: "many" });
  assert.ok(!changed.ok);
  assert.ok(changed.errors.every(({ code }) => code === "type-error"));
});
