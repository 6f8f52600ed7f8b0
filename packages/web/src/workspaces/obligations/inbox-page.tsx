/** @jsxImportSource react */
import type { InboxItem } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input, Tag } from "antd";
import { useState } from "react";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { Empty, ErrorNotice, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { duties, INBOX_KEY } from "./obligations-api.ts";
import { placeNames } from "./place-names.ts";
import { kindNames, words } from "./words.ts";

export function InboxPage() {
  const { say } = useLanguage();
  const [number, setNumber] = useState("");
  const [isDoneShown, setDoneShown] = useState(false);
  const given = { number: number.trim(), done: isDoneShown ? null : "false", limit: "100" };
  const query = useQuery({
    queryKey: [...INBOX_KEY, given],
    queryFn: () => duties.inbox(given),
  });
  return (
    <Page title={placeNames.inbox} lead={say(words.inboxLead)}>
      <Input
        type="search"
        className="search"
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        value={number}
        onChange={({ target }) => setNumber(target.value)}
      />
      <Checkbox checked={isDoneShown} onChange={({ target }) => setDoneShown(target.checked)}>
        {say(words.showDone)}
      </Checkbox>
      <ForQuery query={query}>{({ items }) => <Items items={items} />}</ForQuery>
    </Page>
  );
}

function Items({ items }: { items: readonly InboxItem[] }) {
  const { say } = useLanguage();
  if (items.length === 0) return <Empty title={say(words.noItems)} way={say(words.noItemsWay)} />;
  return (
    <ul className="rows" aria-label={say(placeNames.inbox)}>
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ul>
  );
}

function Item({ item }: { item: InboxItem }) {
  const { say } = useLanguage();
  const { id, number, kind, clause, saidOn, message, isRead, isOpen, doneAt } = item;
  const act = useAct({
    run: (change: { read?: boolean; done?: boolean }) => duties.mark(id, change),
    changes: [INBOX_KEY],
  });
  return (
    <li>
      <div className="row-main">
        <span>
          <Tag>{say(kindNames[kind])}</Tag> {!isRead && <strong>{say(words.unread)} </strong>}
          <a href={`/c/${encodeURIComponent(number)}`}>{number}</a>
        </span>
        <span>{say(message)}</span>
        <span className="small">
          {saidOn} · {say(words.clause)} {clause} {!isOpen && `· ${say(words.closed)}`}
        </span>
        <ErrorNotice error={act.error} />
      </div>
      <div className="acts">
        {!isRead && (
          <Button
            aria-label={`${say(words.markRead)} ${number}`}
            onClick={() => act.mutate({ read: true })}
          >
            {say(words.markRead)}
          </Button>
        )}
        {doneAt === null && (
          <Button
            aria-label={`${say(words.markDone)} ${number}`}
            onClick={() => act.mutate({ read: true, done: true })}
          >
            {say(words.markDone)}
          </Button>
        )}
      </div>
    </li>
  );
}
