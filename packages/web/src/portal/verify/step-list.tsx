import { type Language, pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import type { Words } from "../language/zh.ts";
import { Icon, type IconName } from "../shell/icon.tsx";
import { STEPS, type StepName, type StepReport } from "./check-proof.ts";

const WORD_KEY = {
  format: "format",
  "directory-signature": "directorySignature",
  witnesses: "witnesses",
  "directory-inclusion": "directoryInclusion",
  note: "note",
  currency: "currency",
  history: "history",
  inclusion: "inclusion",
  disclosures: "disclosures",
  signature: "signature",
} as const satisfies Record<StepName, string>;

const STATE_ICON: Record<StepReport["outcome"], IconName> = {
  valid: "check",
  invalid: "cross",
  malformed: "cross",
  "could-not-check": "question",
  "not-set-up": "dash",
};

/** How many witnesses agree matters where all do: it may be none, and none needed. */
const isTold = ({ step, outcome }: StepReport) => outcome !== "valid" || step === "witnesses";

function outcomeText(step: StepReport, language: Language, t: Words): string {
  return step.outcome === "not-set-up" ? t.verify.noWitnesses : pick(step.detail, language);
}

/** All steps in their order; those not reached yet are shown as waiting. */
export function StepList(props: { steps: readonly StepReport[]; done: boolean }) {
  const { t, language } = useWords();
  const byName = new Map(props.steps.map((step) => [step.step, step]));
  // Few files have signed acts; that step shows once it is taken.
  const isAwaited = (name: StepName) => !props.done && name !== "signature";
  const shown = STEPS.filter((name) => byName.has(name) || isAwaited(name));
  return (
    <ol class="steps" aria-label={t.proof.steps} aria-live="polite" aria-relevant="additions text">
      {shown.map((name) => {
        const step = byName.get(name);
        const state = step?.outcome ?? "pending";
        return (
          <li key={name} class={`step step-${state}`}>
            <span class="step-mark">
              {step ? <Icon name={STATE_ICON[step.outcome]} size={16} /> : null}
            </span>
            <span>{t.proof.step[WORD_KEY[name]]}</span>
            <span class="step-state">{t.proof.stepState[state]}</span>
            {step && isTold(step) && (
              <span class="step-detail small">{outcomeText(step, language, t)}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
