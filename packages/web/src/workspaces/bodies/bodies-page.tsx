/** @jsxImportSource react */
import type { InstitutionCountsList } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { ask } from "../api/ask.ts";
import { useLanguage } from "../language/use-language.tsx";
import { useGo } from "../shell/go.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { words as shellWords } from "../shell/words.ts";
import { BodiesTable } from "./bodies-table.tsx";
import { type Sorting, sortedBodies, sortingOf, textOf } from "./sort-bodies.ts";
import { words } from "./words.ts";

/** The bodies that a regulator watches over, with how their certificates stand. */
export function BodiesPage() {
  const { say } = useLanguage();
  const go = useGo();
  const { sort } = useSearch({ strict: false }) as { sort?: string };
  const query = useQuery({
    queryKey: ["institution-counts"],
    queryFn: () => ask<InstitutionCountsList>("/institution-counts"),
  });
  const sorting = sortingOf(sort);
  const sortBy = (next: Sorting) => go("/bodies", { sort: textOf(next) }, { replace: true });
  return (
    <Page title={shellWords.bodies} lead={say(words.lead)}>
      <ForQuery query={query}>
        {({ items }) => {
          const [first] = items;
          if (first === undefined) {
            return <Empty title={say(words.none)} way={say(words.noneWay)} />;
          }
          return (
            <>
              <p className="small">{say(words.shown(items.length, first.counts.on))}</p>
              <BodiesTable bodies={sortedBodies(items, sorting)} sorting={sorting} sort={sortBy} />
            </>
          );
        }}
      </ForQuery>
    </Page>
  );
}
