/** @jsxImportSource react */
import type { TollingList } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useMay } from "../api/session.ts";
import { useLanguage } from "../language/use-language.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { duties, TOLLING_KEY } from "./obligations-api.ts";
import { placeNames } from "./place-names.ts";
import { TollingForm } from "./tolling-form.tsx";
import { TollingItem } from "./tolling-item.tsx";
import { words } from "./tolling-words.ts";

export function TollingPage() {
  const { say } = useLanguage();
  const may = useMay();
  const query = useQuery({ queryKey: TOLLING_KEY, queryFn: duties.tolling });
  return (
    <Page title={placeNames.tolling} lead={say(words.lead)}>
      <ForQuery query={query}>
        {(answer) => (
          <>
            <Requests {...answer} />
            {may("tolling.request") && <TollingForm pausable={answer.pausable} />}
          </>
        )}
      </ForQuery>
    </Page>
  );
}

function Requests({ items, pausable }: TollingList) {
  const { say } = useLanguage();
  if (items.length === 0) return <Empty title={say(words.none)} way={say(words.noneWay)} />;
  return (
    <ul className="rows" aria-label={say(placeNames.tolling)}>
      {items.map((request) => (
        <TollingItem
          key={`${request.institution} ${request.id}`}
          request={request}
          pausable={pausable}
        />
      ))}
    </ul>
  );
}
