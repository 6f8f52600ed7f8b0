import type { Outcome, Step, StepName } from "@suzheng/verifier";
import type { Standing } from "./proven-standing.ts";
import type { Proven, Sameness } from "./same-records.ts";

export type { Outcome, StepName } from "@suzheng/verifier";

/** Steps of the check in their order, as ARCHITECTURE.md ("Proof bundle") names them. */
export const STEPS: readonly StepName[] = [
  "format",
  "directory-signature",
  "witnesses",
  "directory-inclusion",
  "note",
  "currency",
  "history",
  "inclusion",
  "disclosures",
  "signature",
];

/** `not-set-up`: the trust list asks nothing of this step, so nothing was checked. */
export type StepOutcome = Outcome | "not-set-up";

/** One line for each kind of step; a step taken for several logs or streams shows its worst. */
export type StepReport = Pick<Step, "step" | "detail"> & { outcome: StepOutcome };

export type ProofReport = {
  outcome: Outcome;
  /** Why nothing could be checked, in the verifier's words; null when the steps say it. */
  detail: Step["detail"] | null;
  steps: StepReport[];
  /** Up to when the directory proves the state; null when that was not established. */
  provenUpTo: string | null;
  /** What was proven; empty unless valid. */
  proven: Proven;
  /** What the proven history says of a day; null when it holds no record of the certificate. */
  standingOn: (on: string) => Standing | null;
  /** Whose log was asked for the certificate; null where the proof is about something else. */
  institution: string | null;
  /** Valid in itself, yet not a proof of what the page shows. */
  mismatch: Exclude<Sameness, "same"> | "other-status" | null;
};

export const COULD_NOT_CHECK: ProofReport = {
  outcome: "could-not-check",
  detail: null,
  steps: [],
  provenUpTo: null,
  proven: { number: null, records: [] },
  standingOn: () => null,
  institution: null,
  mismatch: null,
};

/** Both as the exact text that was received. */
export type ProofFile = { bundle: string; trust: string };

const SEVERITY: Record<StepOutcome, number> = {
  "not-set-up": 0,
  valid: 0,
  "could-not-check": 1,
  invalid: 2,
  malformed: 3,
};

/** Without witnesses their step holds whatever the directory says, and is not called checked. */
export function stepReport(step: Step, witnesses: number): StepReport {
  const isEmpty = step.step === "witnesses" && step.outcome === "valid" && witnesses === 0;
  return isEmpty ? { ...step, outcome: "not-set-up" } : step;
}

/** Adds a step to the lines; the worst outcome of its kind stands. */
export function withStep(lines: readonly StepReport[], step: StepReport): StepReport[] {
  const known = lines.find((line) => line.step === step.step);
  const { step: name, outcome, detail } = step;
  if (!known) return [...lines, { step: name, outcome, detail }];
  if (SEVERITY[outcome] <= SEVERITY[known.outcome]) return [...lines];
  return lines.map((line) => (line === known ? { step: name, outcome, detail } : line));
}
