import type { Trace } from "@suzheng/api-contract";
import { useCallback, useEffect } from "preact/hooks";
import { apiPaths } from "../api/paths.ts";
import { DatedText } from "../dates/dated-text.tsx";
import { beijingMinute } from "../dates/dates.ts";
import { useWords } from "../language/use-language.tsx";
import { knownStatus } from "../shell/chip.tsx";
import type { ProofReport } from "../verify/check-proof.ts";
import { fetchProof } from "../verify/obtain.ts";
import { ProofStates } from "../verify/proof-states.tsx";
import { sameRecords } from "../verify/same-records.ts";
import { type ProofState, useProofCheck } from "../verify/use-proof-check.ts";

type ProofPanelProps = { trace: Trace; state: ProofState; onStart: () => void };

/** In what the page shows something else than what was proven. */
function mismatchOf({ certificate, acts }: Trace, report: ProofReport): ProofReport["mismatch"] {
  const same = sameRecords({ number: certificate.number, acts }, report.proven);
  if (same !== "same") return same;
  const proven = report.standingOn(certificate.asOf.on);
  return proven?.status === knownStatus(certificate.status) ? null : "other-status";
}

/** Verification of the certificate that the page shows, for the chip and the panel alike. */
export function useCertificateProof(trace: Trace): { state: ProofState; start: () => void } {
  const { number } = trace.certificate;
  const { state, check, reset } = useProofCheck();
  useEffect(reset, [number]);
  const start = useCallback(() => {
    const judge = (report: ProofReport): ProofReport => {
      if (report.outcome !== "valid") return report;
      const mismatch = mismatchOf(trace, report);
      return mismatch === null ? report : { ...report, outcome: "invalid", mismatch };
    };
    void check(() => fetchProof(apiPaths.proof(number)), judge);
  }, [number, trace]);
  return { state, start };
}

export function ProofPanel(props: ProofPanelProps) {
  const { t, language } = useWords();
  const upTo = props.trace.provableUpTo;
  return (
    <ProofStates
      state={props.state}
      onStart={props.onStart}
      idle={
        <>
          {t.proof.idleDetail}
          {language === "en" && " "}
          <DatedText
            text={upTo ? t.certificate.provable(beijingMinute(upTo)) : t.certificate.notProvable}
          />
        </>
      }
    />
  );
}
