import type { Act } from "@suzheng/api-contract";
import { pagePaths } from "../api/paths.ts";
import { asSentence, pick } from "../language/language.ts";
import { ClauseName } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import { UnconfirmedChip } from "../shell/chip.tsx";
import { Go } from "../shell/go.tsx";
import { Icon } from "../shell/icon.tsx";
import { OUTCOME_ICON } from "../trace/verdict-chip.tsx";
import { standing } from "./standing.ts";

type Verdict = Act["verdicts"][number];

function Requirement(props: { verdict: Verdict }) {
  const { verdict } = props;
  const { t, language } = useWords();
  return (
    <li class={`requirement outcome-${verdict.outcome}`}>
      <span class="requirement-mark">
        <Icon name={OUTCOME_ICON[verdict.outcome]} size={16} />{" "}
        {t.rulesSection.outcome[verdict.outcome]}
      </span>
      <span>
        <strong>{pick(verdict.title, language)}</strong>{" "}
        <Go to={pagePaths.ruleVersion(verdict.pack, verdict.version, verdict.clause)}>
          <ClauseName number={verdict.clause} />
        </Go>
        <span class="requirement-because">
          {asSentence(pick(verdict.because, language))} {verdict.unconfirmed && <UnconfirmedChip />}
        </span>
      </span>
    </li>
  );
}

/** The newest verdict on each requirement, by rule version; what is not met comes first. */
export function RulesSection(props: { acts: readonly Act[] }) {
  const { t, language } = useWords();
  const packs = standing(props.acts);
  return (
    <section aria-labelledby="rules-title">
      <h2 id="rules-title">{t.rulesSection.title}</h2>
      {packs.length === 0 ? (
        <p class="absent">{t.rulesSection.none}</p>
      ) : (
        <p class="small">{t.rulesSection.standsUnder}</p>
      )}
      {packs.map((pack) => (
        <div key={`${pack.pack} ${pack.version}`} class="pack">
          <h3>
            <Go to={pagePaths.ruleVersion(pack.pack, pack.version)}>
              {pick(pack.title, language)} <span class="code">{pack.version}</span>
            </Go>
          </h3>
          <p class="counts">
            {pack.counts.met > 0 && <span>{t.rulesSection.met(pack.counts.met)}</span>}
            {pack.counts["not-met"] > 0 && (
              <span class="count-not-met">{t.rulesSection.notMet(pack.counts["not-met"])}</span>
            )}
            {pack.counts["cannot-tell"] > 0 && (
              <span>{t.rulesSection.cannotTell(pack.counts["cannot-tell"])}</span>
            )}
            {pack.counts["not-applicable"] > 0 && (
              <span>{t.rulesSection.notApplicable(pack.counts["not-applicable"])}</span>
            )}
          </p>
          <ul class="plain requirements">
            {pack.verdicts.map((verdict) => (
              <Requirement key={verdict.requirement} verdict={verdict} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
