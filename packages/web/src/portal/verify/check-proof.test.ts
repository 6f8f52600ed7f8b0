import assert from "node:assert/strict";
import { test } from "node:test";
import type { Step } from "@suzheng/verifier";
import { type StepReport, stepReport, withStep } from "./check-proof.ts";

const step = (name: Step["step"], outcome: Step["outcome"]): Step => ({
  step: name,
  outcome,
  detail: { zh: outcome, en: outcome },
});

const lines = (steps: Step[]) => steps.reduce<StepReport[]>(withStep, []);

test("a step taken for several streams is one line", () => {
  const shown = lines([
    step("note", "valid"),
    step("currency", "valid"),
    step("currency", "valid"),
  ]);
  assert.deepEqual(
    shown.map((line) => line.step),
    ["note", "currency"],
  );
});

test("the worst outcome of a kind of step stands, wherever it comes", () => {
  const failing = [
    step("currency", "valid"),
    step("currency", "invalid"),
    step("currency", "valid"),
  ];
  assert.equal(lines(failing)[0]?.outcome, "invalid");
  assert.equal(lines(failing)[0]?.detail.en, "invalid");
});

test("without witnesses their step is not called checked", () => {
  assert.equal(stepReport(step("witnesses", "valid"), 0).outcome, "not-set-up");
  assert.equal(stepReport(step("witnesses", "valid"), 1).outcome, "valid");
  assert.equal(stepReport(step("witnesses", "invalid"), 0).outcome, "invalid");
  assert.equal(stepReport(step("note", "valid"), 0).outcome, "valid");
});
