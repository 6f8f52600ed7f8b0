/** @jsxImportSource react */
import type { ObligationPage as Answer, OpenObligation } from "@suzheng/api-contract";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../language/use-language.tsx";
import { useGo } from "../shell/go.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { CalendarPart } from "./calendar-part.tsx";
import { askedBy, type DutyFilter, DutyFilters, isFiltering, stateNamed } from "./duty-filters.tsx";
import { ObligationItem } from "./obligation-item.tsx";
import { duties, dutiesFile, OBLIGATIONS_KEY } from "./obligations-api.ts";
import { placeNames } from "./place-names.ts";
import { words } from "./words.ts";

export function ObligationsPage() {
  const { say } = useLanguage();
  const { data: session } = useSession();
  if (session?.actingFor?.kind !== "certification-body") {
    return (
      <Page title={placeNames.obligations}>
        <Empty title={say(words.bodiesOnly)} way={say(words.bodiesOnlyWay)} />
      </Page>
    );
  }
  return (
    <Page title={placeNames.obligations} lead={say(words.obligationsLead)}>
      <OpenObligations />
      <CalendarPart />
    </Page>
  );
}

/** The address keeps what is looked for, so that it can be sent on and come back to. */
function useFilter(): [DutyFilter, (filter: DutyFilter) => void] {
  const { number = "", state, tolled } = useSearch({ strict: false }) as Record<string, unknown>;
  const go = useGo();
  const [filter, setFilter] = useState<DutyFilter>({
    number: String(number),
    state: stateNamed(state),
    isTolled: String(tolled) === "true",
  });
  const change = (next: DutyFilter) => {
    setFilter(next);
    const given = Object.entries(askedBy(next)).filter(([, value]) => (value ?? "") !== "");
    go("/obligations", Object.fromEntries(given) as Record<string, string>, { replace: true });
  };
  return [filter, change];
}

function OpenObligations() {
  const { say, language } = useLanguage();
  const [filter, setFilter] = useFilter();
  const asked = askedBy(filter);
  const query = useInfiniteQuery({
    queryKey: [...OBLIGATIONS_KEY, asked],
    queryFn: ({ pageParam }): Promise<Answer> =>
      duties.obligations({ ...asked, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <DutyFilters filter={filter} change={setFilter} />
      <p>
        <a href={dutiesFile({ ...asked, lang: language })} download>
          {say(words.csv)}
        </a>
      </p>
      <ForQuery query={query}>
        {({ pages }) => (
          <Obligations
            items={pages.flatMap(({ items }) => items)}
            isFiltered={isFiltering(filter)}
          />
        )}
      </ForQuery>
      {query.hasNextPage && (
        <div className="acts">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {say(words.more)}
          </Button>
        </div>
      )}
    </>
  );
}

type Obligations = { items: readonly OpenObligation[]; isFiltered: boolean };

function Obligations({ items, isFiltered }: Obligations) {
  const { say } = useLanguage();
  if (items.length === 0) {
    return isFiltered ? (
      <Empty title={say(words.noneFound)} way={say(words.noneFoundWay)} />
    ) : (
      <Empty title={say(words.none)} way={say(words.noneWay)} />
    );
  }
  return (
    <ul className="rows" aria-label={say(placeNames.obligations)}>
      {items.map((one) => (
        <ObligationItem
          key={`${one.number} ${one.rule} ${one.requirement} ${one.step}`}
          one={one}
        />
      ))}
    </ul>
  );
}
