/** @jsxImportSource react */
import type { InboxPage as Answer, InboxItem } from "@suzheng/api-contract";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../language/use-language.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { InboxRow } from "./inbox-row.tsx";
import { duties, INBOX_KEY } from "./obligations-api.ts";
import { placeNames } from "./place-names.ts";
import { words } from "./words.ts";

export function InboxPage() {
  const { say } = useLanguage();
  const { data: session } = useSession();
  if (session?.actingFor?.kind !== "certification-body") {
    return (
      <Page title={placeNames.inbox}>
        <Empty title={say(words.bodiesOnly)} way={say(words.bodiesOnlyWay)} />
      </Page>
    );
  }
  return (
    <Page title={placeNames.inbox} lead={say(words.inboxLead)}>
      <Messages />
    </Page>
  );
}

function Messages() {
  const { say } = useLanguage();
  const [typed, setTyped] = useState("");
  const [isAllShown, setAllShown] = useState(false);
  const number = typed.trim();
  const query = useInfiniteQuery({
    queryKey: [...INBOX_KEY, { number, isAllShown }],
    queryFn: ({ pageParam }): Promise<Answer> =>
      duties.inbox({ number, waiting: isAllShown ? null : "true", cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="duty-filters">
        <Input
          type="search"
          className="search"
          aria-label={say(words.search)}
          placeholder={say(words.search)}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Checkbox checked={isAllShown} onChange={({ target }) => setAllShown(target.checked)}>
          {say(words.showAll)}
        </Checkbox>
      </div>
      <ForQuery query={query}>
        {({ pages }) => (
          <Items items={pages.flatMap(({ items }) => items)} isFiltered={number !== ""} />
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

function Items({ items, isFiltered }: { items: readonly InboxItem[]; isFiltered: boolean }) {
  const { say } = useLanguage();
  if (items.length === 0) {
    return (
      <Empty
        title={say(isFiltered ? words.noItemsFound : words.noItems)}
        way={say(isFiltered ? words.noneFoundWay : words.noItemsWay)}
      />
    );
  }
  return (
    <ul className="rows" aria-label={say(placeNames.inbox)}>
      {items.map((item) => (
        <InboxRow key={item.id} item={item} />
      ))}
    </ul>
  );
}
