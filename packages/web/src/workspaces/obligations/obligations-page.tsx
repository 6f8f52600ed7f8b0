/** @jsxImportSource react */
import type { ObligationPage as Answer, OpenObligation } from "@suzheng/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../language/use-language.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { CalendarPart } from "./calendar-part.tsx";
import { type DutyFilter, DutyFilters } from "./duty-filters.tsx";
import { ObligationItem } from "./obligation-item.tsx";
import { duties, OBLIGATIONS_KEY } from "./obligations-api.ts";
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

/** The address may name a certificate, and ask for what a pause has moved only. */
function useFilter() {
  const { number, tolled } = useSearch({ strict: false }) as { number?: unknown; tolled?: unknown };
  return useState<DutyFilter>({
    number: number === undefined ? "" : String(number),
    state: null,
    isTolled: String(tolled) === "true",
  });
}

function OpenObligations() {
  const { say } = useLanguage();
  const [filter, setFilter] = useFilter();
  const { state, isTolled } = filter;
  const number = filter.number.trim();
  const query = useInfiniteQuery({
    queryKey: [...OBLIGATIONS_KEY, { number, state, isTolled }],
    queryFn: ({ pageParam }): Promise<Answer> =>
      duties.obligations({ number, state, tolled: isTolled ? "true" : null, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  const isFiltered = number !== "" || state !== null || isTolled;
  return (
    <>
      <DutyFilters filter={filter} change={setFilter} />
      <ForQuery query={query}>
        {({ pages }) => (
          <Obligations items={pages.flatMap(({ items }) => items)} isFiltered={isFiltered} />
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
