import type { Act } from "@suzheng/api-contract";
import { pagePaths } from "../api/paths.ts";
import { asSentence, pick } from "../language/language.ts";
import { ClauseName } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import { UnconfirmedChip } from "../shell/chip.tsx";
import { Go } from "../shell/go.tsx";
import { Icon, type IconName } from "../shell/icon.tsx";
import { FactTable } from "./fact-table.tsx";

type Verdict = Act["verdicts"][number];

export const OUTCOME_ICON: Record<Verdict["outcome"], IconName> = {
  met: "check",
  "not-met": "cross",
  "cannot-tell": "question",
  "not-applicable": "dash",
};

export function VerdictChip(props: { verdict: Verdict }) {
  const { verdict } = props;
  const { t, language } = useWords();
  return (
    <span class={`chip verdict-chip outcome-${verdict.outcome}`}>
      {pick(verdict.title, language)}
      <Icon name={OUTCOME_ICON[verdict.outcome]} size={16} />{" "}
      <span class="unseen">{t.rulesSection.outcome[verdict.outcome]}</span>
    </span>
  );
}

/** Why a requirement was judged so, with the facts and the way to its clause. */
export function VerdictDetail(props: { verdict: Verdict }) {
  const { verdict } = props;
  const { t, language } = useWords();
  return (
    <div class={`verdict-detail outcome-${verdict.outcome}`}>
      <p>
        <span class="requirement-mark">
          <Icon name={OUTCOME_ICON[verdict.outcome]} size={16} />{" "}
          {t.rulesSection.outcome[verdict.outcome]}
        </span>{" "}
        <strong>{pick(verdict.title, language)}</strong>
      </p>
      <p>
        {asSentence(pick(verdict.because, language))}{" "}
        {verdict.unconfirmed ? (
          <UnconfirmedChip />
        ) : (
          <span class="small">{t.rulesSection.confidence[verdict.confidence]}</span>
        )}
      </p>
      <p class="small">
        {t.rulesSection.ofRule(pick(verdict.ruleTitle, language))}{" "}
        <Go to={pagePaths.ruleVersion(verdict.pack, verdict.version, verdict.clause)}>
          <ClauseName number={verdict.clause} />
        </Go>
      </p>
      <FactTable facts={verdict.facts} label={t.trace.facts} keepEmpty={true} />
    </div>
  );
}
