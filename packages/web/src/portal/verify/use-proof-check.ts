import { useCallback, useRef, useState } from "preact/hooks";
import type { ProofFile, ProofReport, StepReport } from "./check-proof.ts";

export type ProofState =
  | { phase: "idle" }
  | { phase: "running"; steps: StepReport[] }
  | { phase: "done"; report: ProofReport };

const STEP_PAUSE_MS = 110;

const COULD_NOT: ProofReport = {
  outcome: "could-not-check",
  detail: null,
  steps: [],
  provenUpTo: null,
};

/** Steps take a few milliseconds; the pause lets a person follow them and the page stay alive. */
function pause(): Promise<void> {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return Promise.resolve();
  return new Promise((resolve) => setTimeout(resolve, STEP_PAUSE_MS));
}

/** Runs the verifier, which is loaded on first use, and shows its steps one after another. */
export function useProofCheck(): {
  state: ProofState;
  check: (obtain: () => Promise<ProofFile | null>) => Promise<void>;
  reset: () => void;
} {
  const [state, setState] = useState<ProofState>({ phase: "idle" });
  const run = useRef(0);
  const check = useCallback(async (obtain: () => Promise<ProofFile | null>) => {
    run.current += 1;
    const mine = run.current;
    setState({ phase: "running", steps: [] });
    const shown = async (steps: StepReport[]) => {
      if (mine === run.current) setState({ phase: "running", steps });
      await pause();
    };
    const report = await obtain().then(
      (file) => checkLazily(file, shown),
      () => COULD_NOT,
    );
    if (mine === run.current) setState({ phase: "done", report });
  }, []);
  const reset = useCallback(() => {
    run.current += 1;
    setState({ phase: "idle" });
  }, []);
  return { state, check, reset };
}

async function checkLazily(
  file: ProofFile | null,
  shown: (steps: StepReport[]) => Promise<void>,
): Promise<ProofReport> {
  if (file === null) return COULD_NOT;
  try {
    const { checkProof } = await import("./run-verifier.ts");
    return await checkProof(file, shown);
  } catch {
    return COULD_NOT; // The verifier's code could not be loaded or gave up: no verdict.
  }
}
