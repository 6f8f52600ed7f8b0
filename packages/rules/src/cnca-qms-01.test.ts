import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPack } from "./compile/load-pack.ts";
import { certaintyOf } from "./explain.ts";
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
    "a-year-since-own-fault",
    "certificate-reported-in-time",
    "child-expires-with-main",
    "first-surveillance-in-time",
    "issued-before-reported",
    "later-surveillance-in-time",
    "legal-status-valid",
    "licences-valid",
    "no-major-accident-within-a-year",
    "no-stop-order",
    "not-listed-for-dishonesty",
    "number-written-cleanly",
    "operated-long-enough",
    "overdue-certificate-suspended",
    "overseas-auditor-confirmed",
    "plan-number-prefix",
    "recertification-on-site",
    "recertified-before-expiry",
    "registered-person",
    "remote-reason-due",
    "short-notice-audit-in-time",
    "spot-check-failure-corrected",
    "suspension-not-outlived",
    "three-months-since-body-revoked",
    "two-professional-auditors",
    "two-surveillances-per-cycle",
  ]);
});

test("a value that is not known is never replaced by a guess", () => {
  const { parameters } = shippedPack().document;
  const lead = parameters.find(({ id }) => id === "planLeadDays");
  assert.deepEqual([lead?.value, lead?.confidence], [null, "none"]);
});
