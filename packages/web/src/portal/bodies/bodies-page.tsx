import type { Institution } from "@suzheng/api-contract";
import { apiPaths, pagePaths } from "../api/paths.ts";
import { usePages } from "../api/use-pages.ts";
import { BodyName } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import { normaliseQuery } from "../search/normalise-query.ts";
import { Go } from "../shell/go.tsx";
import { SearchField, useSearchField } from "../shell/search-field.tsx";
import { ProblemNotice, Skeleton, StaleNote, Unreachable } from "../shell/states.tsx";
import { usePageTitle } from "../shell/use-page.ts";
import { BodyStatus } from "./body-status.tsx";

function BodyRow(props: { body: Institution }) {
  const { body } = props;
  const { t } = useWords();
  return (
    <li>
      <Go to={pagePaths.body(body.approvalNumber)} class="row">
        <BodyStatus status={body.status} />
        <span class="row-title">
          <BodyName body={body} />
        </span>
        <span class="row-detail small">
          <span class="code">{body.approvalNumber}</span>
          <span>{t.bodies.certificatesCount(body.certificates.toLocaleString("en"))}</span>
        </span>
      </Go>
    </li>
  );
}

export function BodiesPage() {
  const { t } = useWords();
  const { typed, setTyped, q } = useSearchField();
  const pages = usePages<Institution>(apiPaths.institutions(normaliseQuery(q)));
  usePageTitle(t.bodies.title);
  return (
    <div class="narrow page">
      <h1>{t.bodies.title}</h1>
      <p class="lead">{t.bodies.lead}</p>
      <SearchField
        id="body-search"
        label={t.bodies.searchLabel}
        hint={t.bodies.searchHint}
        typed={typed}
        onTyped={setTyped}
      />
      <StaleNote cachedAt={pages.cachedAt} />
      {pages.state === "loading" && pages.items.length === 0 && <Skeleton lines={6} />}
      {pages.state === "unreachable" && <Unreachable retry={pages.more} />}
      {pages.problem && <ProblemNotice problem={pages.problem} />}
      {pages.items.length > 0 && (
        <ul class="rows">
          {pages.items.map((body) => (
            <BodyRow key={body.approvalNumber} body={body} />
          ))}
        </ul>
      )}
      {pages.hasMore && (
        <button type="button" class="button button-quiet" onClick={pages.more}>
          {t.shell.more}
        </button>
      )}
      {pages.state === "ready" && pages.items.length === 0 && (
        <div class="empty" role="status">
          <h2>{t.bodies.none}</h2>
          <p>{t.bodies.noneWayOut}</p>
        </div>
      )}
    </div>
  );
}
