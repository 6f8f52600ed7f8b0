import { useCallback, useRef, useState } from "preact/hooks";
import {
  COULD_NOT_CHECK,
  type ProofFile,
  type ProofReport,
  type StepReport,
} from "./check-proof.ts";

export type ProofState =
  | { phase: "idle" }
  | { phase: "running"; steps: StepReport[] }
  | { phase: "done"; report: ProofReport };

type Obtain = () => Promise<ProofFile | null>;
/** Compares a report with what the page says. */
type Judge = (report: ProofReport) => ProofReport;

const STEP_PAUSE_MS = 110;

/** Steps take a few milliseconds; the pause lets a person follow them and the page stay alive. */
function pause(): Promise<void> {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return Promise.resolve();
  return new Promise((resolve) => setTimeout(resolve, STEP_PAUSE_MS));
}

/** Runs the verifier, which is loaded on first use, and shows its steps one after another. */
export function useProofCheck(): {
  state: ProofState;
  check: (obtain: Obtain, judge?: Judge) => Promise<void>;
  reset: () => void;
} {
  const [state, setState] = useState<ProofState>({ phase: "idle" });
  const run = useRef(0);
  const check = useCallback(async (obtain: Obtain, judge: Judge = (report) => report) => {
    run.current += 1;
    const mine = run.current;
    setState({ phase: "running", steps: [] });
    const shown = async (steps: StepReport[]) => {
      if (mine === run.current) setState({ phase: "running", steps });
      await pause();
    };
    const report = await obtain().then(
      (file) => checkLazily(file, shown),
      () => COULD_NOT_CHECK,
    );
    if (mine === run.current) setState({ phase: "done", report: judge(report) });
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
  if (file === null) return COULD_NOT_CHECK;
  try {
    const { checkProof } = await import("./run-verifier.ts");
    return await checkProof(file, shown);
  } catch {
    return COULD_NOT_CHECK; // The verifier's code could not be loaded or gave up: no verdict.
  }
}
