import { DatedText } from "../dates/dated-text.tsx";
import { beijingMinute } from "../dates/dates.ts";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import type { Words } from "../language/zh.ts";
import { Icon, type IconName } from "../shell/icon.tsx";
import type { ProofReport } from "./check-proof.ts";

const OUTCOME_ICON: Record<ProofReport["outcome"], IconName> = {
  valid: "shield",
  malformed: "file",
  invalid: "cross",
  "could-not-check": "question",
};

function wordsOf(report: ProofReport, proof: Words["proof"]): { title: string; detail: string } {
  if (report.mismatch === "other-subject") {
    return { title: proof.invalid, detail: proof.otherSubject };
  }
  if (report.mismatch === "other-records") {
    return { title: proof.invalid, detail: proof.otherRecords };
  }
  if (report.mismatch === "other-status") {
    return { title: proof.invalid, detail: proof.otherStatus };
  }
  switch (report.outcome) {
    case "valid":
      return {
        title: proof.verified,
        detail: report.provenUpTo
          ? proof.verifiedDetail(beijingMinute(report.provenUpTo))
          : proof.verifiedNoTime,
      };
    case "invalid":
      return { title: proof.invalid, detail: proof.invalidDetail };
    case "malformed":
      return { title: proof.malformed, detail: proof.malformedDetail };
    case "could-not-check":
      return {
        title: proof.unchecked,
        detail: report.steps.length > 0 ? proof.incompleteDetail : proof.uncheckedDetail,
      };
  }
}

type VerdictProps = {
  report: ProofReport;
  /** In place of the words about a certificate. */
  words?: Partial<Words["proof"]> | undefined;
};

/** The verdict in words, announced when it appears. */
export function ProofVerdict(props: VerdictProps) {
  const { t, language } = useWords();
  const { title, detail } = wordsOf(props.report, { ...t.proof, ...props.words });
  return (
    <div class={`proof-verdict proof-${props.report.outcome}`}>
      <p class="proof-word">
        <Icon name={OUTCOME_ICON[props.report.outcome]} /> {title}
      </p>
      <p>
        <DatedText text={detail} />
      </p>
      {props.report.detail && <p class="small">{pick(props.report.detail, language)}</p>}
    </div>
  );
}
