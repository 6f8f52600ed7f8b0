import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { pagePaths } from "../api/paths.ts";
import { inLanguage } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { Icon } from "../shell/icon.tsx";
import { useSearchField } from "../shell/search-field.tsx";
import { usePageTitle } from "../shell/use-page.ts";
import { HomeLessons } from "./home-lessons.tsx";
import { normaliseQuery, numberInAddress } from "./normalise-query.ts";
import { ScanButton } from "./scan-button.tsx";
import { SearchResults } from "./search-results.tsx";

export function SearchPage() {
  const { t, language } = useWords();
  const { query, route } = useLocation();
  const { typed, setTyped, q } = useSearchField();
  const field = useRef<HTMLInputElement>(null);
  const body = query.body ?? "";
  const wanted = normaliseQuery(q);
  const active = wanted !== "" || body !== "";
  usePageTitle(active ? `${wanted || body} · ${t.search.results}` : t.search.pageTitle);
  useEffect(() => {
    const number = numberInAddress(q);
    if (number) route(inLanguage(pagePaths.certificate(number), language), true);
  }, [q]);
  return (
    <div class={active ? "narrow page search search-active" : "narrow page search"}>
      <h1>{t.search.title}</h1>
      <search>
        <form class="ask" onSubmit={(event) => event.preventDefault()}>
          <label for="certificate-search">{t.search.label}</label>
          <div class="field field-big">
            <Icon name="search" size={24} />
            <input
              ref={field}
              id="certificate-search"
              type="search"
              value={typed}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              enterkeyhint="search"
              aria-describedby="search-hint"
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
            {typed !== "" && (
              <button
                type="button"
                class="clear"
                aria-label={t.search.clear}
                onClick={() => {
                  setTyped("");
                  field.current?.focus();
                }}
              >
                <Icon name="cross" />
              </button>
            )}
            <ScanButton />
          </div>
          <p id="search-hint" class="small">
            {t.search.hint}
          </p>
        </form>
      </search>
      {active ? <SearchResults query={wanted} body={body} /> : <HomeLessons />}
    </div>
  );
}
