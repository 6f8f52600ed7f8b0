import { nobleSha256, parseTrust, verificationSteps } from "@suzheng/verifier";
import { type ProofFile, type ProofReport, type StepReport, withStep } from "./check-proof.ts";

type Shown = (steps: StepReport[]) => Promise<void>;

/** Runs the verifier step by step; `shown` is told after each kind of step and may take its time. */
export async function checkProof(file: ProofFile, shown: Shown): Promise<ProofReport> {
  const trust = parseTrust(nobleSha256, file.trust);
  if (trust.outcome === "malformed") {
    return { outcome: "could-not-check", detail: trust.detail, steps: [], provenUpTo: null };
  }
  const walk = verificationSteps({
    bundle: file.bundle,
    trust: trust.value,
    sha256: nobleSha256,
  });
  let steps: StepReport[] = [];
  let next = walk.next();
  for (; !next.done; next = walk.next()) {
    const before = steps.length;
    steps = withStep(steps, next.value);
    if (steps.length > before) await shown(steps);
  }
  const { outcome, provableUpTo } = next.value;
  return { outcome, detail: null, steps, provenUpTo: provableUpTo?.notedAt ?? null };
}
