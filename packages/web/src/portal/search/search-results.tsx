import type { CertificateSummary, InstitutionPage } from "@suzheng/api-contract";
import { apiPaths, pagePaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { usePages } from "../api/use-pages.ts";
import { BodyName, Recorded } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { ProblemNotice, Skeleton, StaleNote, Unreachable } from "../shell/states.tsx";
import { CertificateRow } from "./certificate-row.tsx";
import { asCertificateNumber, isApprovalNumber } from "./normalise-query.ts";
import { validFirst } from "./valid-first.ts";

const BODIES_SHOWN = 3;
/** The server refuses shorter ones (`query-too-short`). */
const QUERY_LENGTH_MIN = 2;

function BodyMatches(props: { query: string }) {
  const { t } = useWords();
  const answer = useAnswer<InstitutionPage>(apiPaths.institutions(props.query));
  if (answer.state !== "ready" || answer.value.items.length === 0) return null;
  return (
    <section aria-labelledby="bodies-found" class="bodies-found">
      <h2 id="bodies-found">
        {isApprovalNumber(props.query) ? t.search.bodyOfNumber : t.search.bodies}
      </h2>
      <ul class="plain">
        {answer.value.items.slice(0, BODIES_SHOWN).map((body) => (
          <li key={body.approvalNumber}>
            <Go to={pagePaths.body(body.approvalNumber)}>
              <BodyName body={body} />
            </Go>{" "}
            <span class="code">{body.approvalNumber}</span>{" "}
            <Go to={`/?body=${encodeURIComponent(body.approvalNumber)}`}>
              {t.search.bodyCertificates}
            </Go>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NothingFound(props: { query: string }) {
  const { t } = useWords();
  const number = isApprovalNumber(props.query) ? null : asCertificateNumber(props.query);
  return (
    <div class="empty">
      <h2>{t.search.none}</h2>
      <p>
        <Recorded text={t.search.noneDetail(props.query)} />
      </p>
      <p>{t.search.noneWayOut}</p>
      {number && (
        <>
          <p>{t.search.noneNumber}</p>
          <p>
            <Go to={pagePaths.certificate(number)} class="button">
              {t.search.askNumber(number)}
            </Go>
          </p>
        </>
      )}
    </div>
  );
}

type ResultsProps = { query: string; body: string };

export function SearchResults(props: ResultsProps) {
  const { t } = useWords();
  const { query, body } = props;
  const tooShort = query.length < QUERY_LENGTH_MIN && body === "";
  const pages = usePages<CertificateSummary>(
    tooShort ? null : apiPaths.certificates({ q: query, body }),
    validFirst,
  );
  const { items, state } = pages;
  const isEmpty = state === "ready" && items.length === 0;
  const asks = query !== "" && body === "" && !tooShort;
  return (
    <div class="results" aria-busy={state === "loading"}>
      {body && (
        <p class="filter">
          {t.search.onlyBody} <span class="code">{body}</span>{" "}
          <Go to={query ? `/?q=${encodeURIComponent(query)}` : "/"}>{t.search.anyBody}</Go>
        </p>
      )}
      <p role="status" class="small">
        {state === "ready" && items.length > 0 && t.search.found(items.length, pages.hasMore)}
      </p>
      <StaleNote cachedAt={pages.cachedAt} />
      {tooShort && <p role="status">{t.search.tooShort}</p>}
      {state === "loading" && items.length === 0 && <Skeleton lines={6} />}
      {state === "unreachable" && <Unreachable retry={pages.more} />}
      {state === "problem" && pages.problem && <ProblemNotice problem={pages.problem} />}
      {items.length > 0 && (
        <ul class="rows" aria-label={t.search.results}>
          {items.map((item) => (
            <CertificateRow key={item.number} certificate={item} />
          ))}
        </ul>
      )}
      {pages.hasMore && (
        <button type="button" class="button button-quiet" onClick={pages.more}>
          {t.shell.more}
        </button>
      )}
      {isEmpty && asks && <BodyMatches query={query} />}
      {isEmpty && <NothingFound query={query || body} />}
      {!isEmpty && asks && <BodyMatches query={query} />}
    </div>
  );
}
