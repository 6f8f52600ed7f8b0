import { nobleSha256, parseTrust, verificationSteps } from "@suzheng/verifier";
import {
  COULD_NOT_CHECK,
  type ProofFile,
  type ProofReport,
  type StepReport,
  stepReport,
  withStep,
} from "./check-proof.ts";
import { provenStanding } from "./proven-standing.ts";

type Shown = (steps: StepReport[]) => Promise<void>;

/** Runs the verifier; `shown` is told after each kind of step and may take its time. */
export async function checkProof(file: ProofFile, shown: Shown): Promise<ProofReport> {
  const trust = parseTrust(nobleSha256, file.trust);
  if (trust.outcome === "malformed") {
    return { ...COULD_NOT_CHECK, detail: trust.detail };
  }
  const witnesses = trust.value.policy.witnesses.length;
  const walk = verificationSteps({
    bundle: file.bundle,
    trust: trust.value,
    sha256: nobleSha256,
  });
  let steps: StepReport[] = [];
  let next = walk.next();
  for (; !next.done; next = walk.next()) {
    const before = steps.length;
    steps = withStep(steps, stepReport(next.value, witnesses));
    if (steps.length > before) await shown(steps);
  }
  const { outcome, provableUpTo, subject, streams } = next.value;
  const records = streams.flatMap(({ log, stream, events }) =>
    events.map(({ index, leafHash }) => ({ log, stream, index, leafHash })),
  );
  const certificate = subject?.kind === "certificate" ? subject : null;
  return {
    ...COULD_NOT_CHECK,
    outcome,
    steps,
    provenUpTo: provableUpTo?.notedAt ?? null,
    proven: { number: certificate?.number ?? null, records },
    standingOn: (on) => (certificate === null ? null : provenStanding(streams, certificate, on)),
    institution: certificate?.institution ?? null,
  };
}
