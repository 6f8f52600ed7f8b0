import { useWords } from "../language/use-language.tsx";
import type { Words } from "../language/zh.ts";
import { Icon } from "../shell/icon.tsx";
import type { ProofState } from "../verify/use-proof-check.ts";

function chipWords(state: ProofState, proof: Words["proof"]): { word: string; look: string } {
  switch (state.phase) {
    case "idle":
      return { word: proof.idle, look: "idle" };
    case "running":
      return { word: proof.running, look: "running" };
    case "done":
      return { word: doneWord(state.report.outcome, proof), look: state.report.outcome };
  }
}

function doneWord(
  outcome: Extract<ProofState, { phase: "done" }>["report"]["outcome"],
  proof: Words["proof"],
): string {
  switch (outcome) {
    case "valid":
      return proof.verified;
    case "invalid":
      return proof.invalid;
    case "malformed":
      return proof.malformed;
    case "could-not-check":
      return proof.unchecked;
  }
}

/** Beside the verdict: whether this device has checked it. Leads to the steps. */
export function ProofChip(props: { state: ProofState }) {
  const { t } = useWords();
  const { word, look } = chipWords(props.state, t.proof);
  return (
    <a class={`proof-chip proof-chip-${look}`} href="#proof">
      <Icon name="shield" size={16} /> {word}
    </a>
  );
}
