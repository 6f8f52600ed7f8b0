import type { RuleClauseHit } from "@suzheng/api-contract";
import { apiPaths, pagePaths } from "../../api/paths.ts";
import { type Pages, usePages } from "../../api/use-pages.ts";
import { Local, PackText } from "../../language/told-text.tsx";
import { useWords } from "../../language/use-language.tsx";
import { Go } from "../../shell/go.tsx";
import { ProblemNotice, Skeleton, Unreachable } from "../../shell/states.tsx";
import { StandingChip } from "../standing-chip.tsx";
import { useRuleWords } from "../use-rule-words.ts";
import { askedOf, type Filters } from "./use-filters.ts";

const hitAddress = ({ institution, rule, version, clause }: RuleClauseHit): string =>
  pagePaths.versionOf({ institution, id: rule }, version, clause);

function Hit(props: { hit: RuleClauseHit; today: string }) {
  const { hit } = props;
  const { t } = useWords();
  const words = useRuleWords();
  return (
    <li>
      <Go to={hitAddress(hit)} class="row hit">
        <span class="row-title">
          <span class="number">
            <PackText text={hit.clause} />
          </span>{" "}
          <Local text={hit.clauseTitle} />
        </span>
        <span class="hit-text" lang={hit.snippet.language === "zh" ? "zh-CN" : "en"}>
          {hit.snippet.pieces.map((piece, i) =>
            piece.isMatch ? <mark key={`${i}m`}>{piece.text}</mark> : piece.text,
          )}
        </span>
        <span class="row-detail small">
          <span>
            <Local text={hit.title} />
          </span>
          <span class="code">
            <PackText text={hit.number} /> · {words.versionWord(hit.version)}
          </span>
          {hit.kinds.map((kind) => (
            <span key={kind}>{t.rules.kind[kind]}</span>
          ))}
          {hit.institution !== null && <span>{words.filedChip}</span>}
          <StandingChip version={hit} today={props.today} />
        </span>
      </Go>
    </li>
  );
}

export type ClausePages = Pages<RuleClauseHit> & { more: () => void };

/** Clauses that contain what was typed; idle below two characters. */
export function useClauses(typed: string, filters: Filters, today: string): ClausePages {
  const q = typed.trim();
  const asked = askedOf(filters, today);
  return usePages([...q].length < 2 ? null : apiPaths.clauses({ q, ...asked }));
}

export function ClauseSearch({ pages, today }: { pages: ClausePages; today: string }) {
  const { t } = useWords();
  const words = useRuleWords();
  if (pages.state === "idle") return null;
  return (
    <section aria-labelledby="found-title">
      <h2 id="found-title">{words.clausesFound}</h2>
      {pages.state === "loading" && pages.items.length === 0 && <Skeleton lines={6} />}
      {pages.state === "unreachable" && <Unreachable retry={pages.more} />}
      {pages.state === "problem" && pages.problem && <ProblemNotice problem={pages.problem} />}
      {pages.state === "ready" && (
        <p class="small" role="status">
          {pages.items.length > 0
            ? words.foundIn(pages.items.length, pages.hasMore)
            : words.nothingFound}
        </p>
      )}
      {pages.items.length > 0 && (
        <ul class="rows">
          {pages.items.map((hit) => (
            <Hit key={hit.address} hit={hit} today={today} />
          ))}
        </ul>
      )}
      {pages.hasMore && (
        <button type="button" class="button button-quiet" onClick={pages.more}>
          {t.shell.more}
        </button>
      )}
    </section>
  );
}
