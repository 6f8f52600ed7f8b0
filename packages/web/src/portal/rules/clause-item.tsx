import type { RuleVersion } from "@suzheng/api-contract";
import { clauseAnchor } from "../api/paths.ts";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { RequirementItem } from "./requirement-item.tsx";

type ClauseProps = { clause: RuleVersion["clauses"][number]; rule: RuleVersion };

export function ClauseItem(props: ClauseProps) {
  const { clause, rule } = props;
  const { t, language } = useWords();
  const anchor = clauseAnchor(clause.number);
  const requirements = rule.requirements.filter((found) => found.clause === clause.number);
  return (
    <section class="clause" id={anchor} aria-labelledby={`${anchor}-title`}>
      <h3 id={`${anchor}-title`}>
        <a href={`#${anchor}`} aria-label={t.rules.permalink(clause.number)} class="number">
          {clause.number}
        </a>{" "}
        {pick(clause.title, language)}
      </h3>
      <p class="clause-text">{pick(clause.text, language)}</p>
      <p class="small">
        {t.rules.source}: {clause.source}
      </p>
      {requirements.map((requirement) => (
        <RequirementItem key={requirement.id} requirement={requirement} />
      ))}
    </section>
  );
}
