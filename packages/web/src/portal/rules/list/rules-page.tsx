import type { RuleSummary } from "@suzheng/api-contract";
import { apiPaths, pagePaths } from "../../api/paths.ts";
import { usePages } from "../../api/use-pages.ts";
import { beijingDate } from "../../dates/dates.ts";
import { Local, PackText } from "../../language/told-text.tsx";
import { useWords } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { SearchField, useSearchField } from "../../shell/search-field.tsx";
import { ProblemNotice, Skeleton, StaleNote, Unreachable } from "../../shell/states.tsx";
import { usePageTitle } from "../../shell/use-page.ts";
import { StandingChip } from "../standing-chip.tsx";
import { useRuleWords } from "../use-rule-words.ts";
import { ClauseSearch, useClauses } from "./clause-search.tsx";
import { RuleFilters } from "./rule-filters.tsx";
import { askedOf, type Filters, useFilters } from "./use-filters.ts";

function RuleRow(props: { rule: RuleSummary; today: string }) {
  const words = useRuleWords();
  const { rule, today } = props;
  const found = rule.versions.find(({ version }) => version === rule.found);
  return (
    <li>
      <Go to={pagePaths.versionOf(rule, rule.found)} class="row">
        <span class="row-title">
          <Local text={rule.title} />
        </span>
        <span class="row-detail small">
          <span class="code">
            <PackText text={rule.number} /> · {words.versionWord(rule.found)}
          </span>
          <span>
            <Local text={rule.issuer} />
          </span>
          {rule.institution !== null && <span>{words.filedChip}</span>}
          {found && <StandingChip version={found} today={today} />}
        </span>
      </Go>
    </li>
  );
}

type NoRuleProps = { seeAll: (() => void) | null; isInClauses: boolean };

/** What was typed may stand in clauses, though no rule is called so. */
function NoRule(props: NoRuleProps) {
  const words = useRuleWords();
  if (props.isInClauses) {
    return (
      <p class="small" role="status">
        {words.noRuleNamed}
      </p>
    );
  }
  return (
    <div class="empty">
      <p role="status">{words.noRule}</p>
      {props.seeAll && (
        <>
          <p class="small">{words.noRuleWay}</p>
          <p>
            <button type="button" class="button button-quiet" onClick={props.seeAll}>
              {words.seeAll}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

type ListProps = NoRuleProps & { q: string; filters: Filters; today: string };

function RuleRows(props: ListProps) {
  const { t } = useWords();
  const { q, today } = props;
  const { kind: _ofClauses, ...asked } = askedOf(props.filters, today);
  const pages = usePages<RuleSummary>(apiPaths.rules({ q: q.trim(), ...asked }));
  const { state, items, hasMore } = pages;
  return (
    <div aria-busy={state === "loading"}>
      {state === "loading" && items.length === 0 && <Skeleton lines={8} />}
      {state === "unreachable" && <Unreachable retry={pages.more} />}
      {state === "problem" && pages.problem && <ProblemNotice problem={pages.problem} />}
      <StaleNote cachedAt={pages.cachedAt} />
      {state === "ready" && items.length === 0 && <NoRule {...props} />}
      <p class="small" role="status">
        {items.length > 0 && t.rules.count(items.length, hasMore)}
      </p>
      {items.length > 0 && (
        <ul class="rows">
          {items.map((rule) => (
            <RuleRow key={`${rule.institution} ${rule.id}`} rule={rule} today={today} />
          ))}
        </ul>
      )}
      {hasMore && (
        <button type="button" class="button button-quiet" onClick={pages.more}>
          {t.shell.more}
        </button>
      )}
    </div>
  );
}

export function RulesPage() {
  const { t } = useWords();
  const { typed, setTyped, q } = useSearchField();
  const words = useRuleWords();
  const filtering = useFilters();
  const { filters, setFilters } = filtering;
  usePageTitle(t.rules.title);
  const today = beijingDate(new Date());
  const seeAll = () => setFilters({ on: "any", state: "" });
  const clauses = useClauses(q, filters, today);
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
      <RuleFilters {...filtering} today={today} />
      <RuleRows
        q={q}
        filters={filters}
        today={today}
        seeAll={filters.on === "any" ? null : seeAll}
        isInClauses={clauses.items.length > 0}
      />
      <ClauseSearch pages={clauses} today={today} />
    </div>
  );
}
