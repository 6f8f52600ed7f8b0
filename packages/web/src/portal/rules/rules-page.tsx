import type { RuleSummary } from "@suzheng/api-contract";
import { apiPaths, pagePaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { beijingDate } from "../dates/dates.ts";
import { pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { normaliseQuery } from "../search/normalise-query.ts";
import { Go } from "../shell/go.tsx";
import { SearchField, useSearchField } from "../shell/search-field.tsx";
import { ForAnswer } from "../shell/states.tsx";
import { usePageTitle } from "../shell/use-page.ts";
import { ClauseFilters, useFilters } from "./clause-filters.tsx";
import { ClauseSearch } from "./clause-search.tsx";
import { ForceChip, forceOn } from "./force.tsx";
import { useRuleWords } from "./use-rule-words.ts";

/** Every word of the query occurs in the number or a title; the issuer is a filter. */
function matches(rule: RuleSummary, query: string): boolean {
  const { title } = rule;
  const text = [rule.id, title.zh, title.en].join(" ").toLowerCase();
  return normaliseQuery(query)
    .toLowerCase()
    .split(" ")
    .every((word) => text.includes(word));
}

function RuleRow(props: { rule: RuleSummary; today: string }) {
  const { language } = useWords();
  const { rule } = props;
  const newest =
    rule.versions.find((version) => forceOn(version, props.today) === "current") ??
    rule.versions.at(-1);
  return (
    <li>
      <Go
        to={newest ? pagePaths.ruleVersion(rule.id, newest.version) : pagePaths.rule(rule.id)}
        class="row"
      >
        <span class="row-title">{pick(rule.title, language)}</span>
        <span class="row-detail small">
          <span class="code">{rule.id}</span>
          <span>{pick(rule.issuer, language)}</span>
          {newest && <ForceChip version={newest} today={props.today} />}
        </span>
      </Go>
    </li>
  );
}

export function RulesPage() {
  const { t } = useWords();
  const answer = useAnswer<{ items: RuleSummary[] }>(apiPaths.rules);
  const { typed, setTyped, q } = useSearchField();
  const words = useRuleWords();
  const filtering = useFilters();
  usePageTitle(t.rules.title);
  const today = beijingDate(new Date());
  return (
    <div class="narrow page">
      <h1>{t.rules.title}</h1>
      <p class="lead">{t.rules.lead}</p>
      <p>
        <Go to="/calculators">{t.shell.calculators}</Go>
      </p>
      <SearchField
        id="rule-search"
        label={words.searchLabel}
        hint={words.searchHint}
        typed={typed}
        onTyped={setTyped}
      />
      {q.trim() !== "" && <ClauseFilters {...filtering} today={today} />}
      <ForAnswer answer={answer}>
        {({ items }) => {
          const found = items.filter((rule) => matches(rule, q));
          return (
            <>
              <p class="small" role="status">
                {found.length > 0 ? t.rules.count(found.length) : t.rules.none}
              </p>
              <ul class="rows">
                {found.map((rule) => (
                  <RuleRow key={rule.id} rule={rule} today={today} />
                ))}
              </ul>
            </>
          );
        }}
      </ForAnswer>
      <ClauseSearch q={q} filters={filtering.filters} today={today} />
    </div>
  );
}
