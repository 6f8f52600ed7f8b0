import assert from "node:assert/strict";
import { test } from "node:test";
import { certaintyOf } from "./explain.ts";
import { loadPack } from "./load-pack.ts";
import { shippedPack, shippedTexts } from "./shipped-pack.fixture.ts";

test("the pack CNCA-QMS-01:2025 keeps every example", () => {
  const loaded = loadPack(shippedTexts());
  const errors = loaded.ok ? [] : loaded.errors;
  assert.deepEqual(
    errors.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message.en}`),
    [],
  );
});

test("what rests on an unconfirmed reading says so", () => {
  const pack = shippedPack();
  const certain = [...pack.requirements.values()]
    .filter((requirement) => !certaintyOf(requirement).unconfirmed)
    .map(({ document }) => document.id);
  assert.deepEqual(certain.sort(), [
    "certificate-reported-in-time",
    "child-expires-with-main",
    "first-surveillance-in-time",
    "issued-before-reported",
    "later-surveillance-in-time",
    "overdue-certificate-suspended",
    "recertification-on-site",
    "recertified-before-expiry",
    "registered-person",
    "remote-reason-due",
    "suspension-not-outlived",
    "two-surveillances-per-cycle",
  ]);
});

test("a value that is not known is never replaced by a guess", () => {
  const { parameters } = shippedPack().document;
  const lead = parameters.find(({ id }) => id === "planLeadDays");
  assert.deepEqual([lead?.value, lead?.confidence], [null, "none"]);
});
