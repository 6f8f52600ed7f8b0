import type { Trace } from "@suzheng/api-contract";
import { useCallback, useEffect } from "preact/hooks";
import { DatedText } from "../dates/dated-text.tsx";
import { beijingMinute } from "../dates/dates.ts";
import { useWords } from "../language/use-language.tsx";
import { Icon } from "../shell/icon.tsx";
import type { ProofReport } from "../verify/check-proof.ts";
import { fetchProof } from "../verify/obtain.ts";
import { ProofVerdict } from "../verify/proof-verdict.tsx";
import { sameRecords } from "../verify/same-records.ts";
import { StepList } from "../verify/step-list.tsx";
import { type ProofState, useProofCheck } from "../verify/use-proof-check.ts";

type ProofPanelProps = { trace: Trace; state: ProofState; onStart: () => void };

/** Verification of the certificate that the page shows, for the chip and the panel alike. */
export function useCertificateProof(trace: Trace): { state: ProofState; start: () => void } {
  const { number } = trace.certificate;
  const { state, check, reset } = useProofCheck();
  useEffect(reset, [number]);
  const start = useCallback(() => {
    const judge = (report: ProofReport): ProofReport => {
      if (report.outcome !== "valid") return report;
      const same = sameRecords({ number, acts: trace.acts }, report.proven);
      return same === "same" ? report : { ...report, outcome: "invalid", mismatch: same };
    };
    void check(() => fetchProof(number), judge);
  }, [number, trace]);
  return { state, start };
}

/** Says what this device has checked itself, and nothing more. */
export function ProofPanel(props: ProofPanelProps) {
  const { t, language } = useWords();
  const { state } = props;
  const upTo = props.trace.provableUpTo;
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
          <p>
            {t.proof.idleDetail}
            {language === "en" && " "}
            <DatedText
              text={upTo ? t.certificate.provable(beijingMinute(upTo)) : t.certificate.notProvable}
            />
          </p>
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
        {state.phase === "done" && <ProofVerdict report={state.report} />}
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
