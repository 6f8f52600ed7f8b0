import { clauseAnchor } from "../../api/paths.ts";
import { langOf, pick } from "../../language/language.ts";
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
  const { t, language } = useWords();
  const words = useRuleWords();
  const cited = { number: clause.number, words: words.clauseSuffix(clause.number) };
  const anchor = clauseAnchor(clause.number);
  const requirements = rule.requirements.filter((found) => found.clause === clause.number);
  return (
    <section class="clause" id={anchor} aria-labelledby={`${anchor}-title`}>
      <h3 id={`${anchor}-title`}>
        <a href={`#${anchor}`} aria-label={t.rules.permalink(clause.number)} class="number">
          {clause.number}
        </a>{" "}
        <span lang={langOf(clause.title, language)}>{pick(clause.title, language)}</span>
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
          label={words.copyClause(clause.number)}
          isSmall={true}
        />
      </p>
      {requirements.map((requirement) => (
        <RequirementItem key={requirement.id} requirement={requirement} />
      ))}
    </section>
  );
}
