import type { ComponentChildren } from "preact";
import { useWords } from "../language/use-language.tsx";
import type { Words } from "../language/zh.ts";
import { Icon } from "../shell/icon.tsx";
import { ProofVerdict } from "./proof-verdict.tsx";
import { StepList } from "./step-list.tsx";
import type { ProofState } from "./use-proof-check.ts";

type StatesProps = {
  state: ProofState;
  onStart: () => void;
  /** Beside "not checked yet": what the page rests on until then. */
  idle: ComponentChildren;
  /** In place of the words about a certificate. */
  words?: Partial<Words["proof"]>;
};

/** Says what this device has checked itself, and nothing more. */
export function ProofStates(props: StatesProps) {
  const { t } = useWords();
  const { state } = props;
  return (
    <section id="proof" class="proof" aria-labelledby="proof-title" data-phase={state.phase}>
      <h2 id="proof-title" class="unseen">
        {t.proof.title}
      </h2>
      {state.phase === "idle" && (
        <div class="proof-idle">
          <p class="proof-word">
            <Icon name="shield" /> {t.proof.idle}
          </p>
          <p>{props.idle}</p>
        </div>
      )}
      {state.phase === "running" && (
        <>
          <p class="proof-word" role="status">
            <Icon name="shield" /> {t.proof.running}
          </p>
          <StepList steps={state.steps} done={false} />
        </>
      )}
      <div aria-live="assertive">
        {state.phase === "done" && <ProofVerdict report={state.report} words={props.words} />}
      </div>
      {state.phase === "done" && state.report.steps.length > 0 && (
        <details class="more" open={state.report.outcome === "invalid"}>
          <summary>{t.proof.steps}</summary>
          <StepList steps={state.report.steps} done={true} />
        </details>
      )}
      {state.phase !== "running" && (
        <button
          type="button"
          class={state.phase === "idle" ? "button" : "button button-quiet"}
          onClick={props.onStart}
        >
          {state.phase === "idle" ? t.proof.start : t.proof.again}
        </button>
      )}
    </section>
  );
}
