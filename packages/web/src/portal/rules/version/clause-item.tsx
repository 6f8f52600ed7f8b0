import { clauseAnchor } from "../../api/paths.ts";
import { langOf, pick } from "../../language/language.ts";
import { Local } from "../../language/told-text.tsx";
import { told } from "../../language/translated.ts";
import { useWords } from "../../language/use-language.tsx";
import { citation } from "../citation.tsx";
import { CopyButton } from "../copy-button.tsx";
import { useRuleWords } from "../use-rule-words.ts";
import { RequirementItem } from "./requirement-item.tsx";
import type { ShownClause, ShownVersion } from "./shown-version.ts";
import { SourceText } from "./source-text.tsx";

type ClauseProps = { clause: ShownClause; rule: ShownVersion };

export function ClauseItem(props: ClauseProps) {
  const { clause, rule } = props;
  const spoken = useWords();
  const { t, language } = spoken;
  const words = useRuleWords();
  const number = told(clause.number, spoken);
  const cited = { number: clause.number, words: words.clauseSuffix(number.text) };
  const anchor = clauseAnchor(clause.number);
  const requirements = rule.requirements.filter((found) => found.clause === clause.number);
  return (
    <section class="clause" id={anchor} aria-labelledby={`${anchor}-title`}>
      <h3 id={`${anchor}-title`}>
        <a href={`#${anchor}`} aria-label={t.rules.permalink(number.text)} class="number">
          <span lang={number.lang}>{number.text}</span>
        </a>{" "}
        <Local text={clause.title} />
      </h3>
      <p class="clause-text" lang={langOf(clause.text, language)}>
        {pick(clause.text, language)}
      </p>
      <p class="small">
        {clause.source !== null && (
          <>
            {t.rules.source}: <SourceText text={clause.source} sources={rule.sources} />{" "}
          </>
        )}
        <CopyButton
          text={() => citation(rule, language, cited)}
          label={words.copyClause(number.text)}
          isSmall={true}
        />
      </p>
      {requirements.map((requirement) => (
        <RequirementItem key={requirement.id} requirement={requirement} />
      ))}
    </section>
  );
}
