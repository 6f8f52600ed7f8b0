/** @jsxImportSource react */
import type { ObligationPage as Answer, OpenObligation } from "@suzheng/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Input, Tag } from "antd";
import { useState } from "react";
import { useLanguage } from "../language/use-language.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { CalendarPart } from "./calendar-part.tsx";
import { duties, OBLIGATIONS_KEY } from "./obligations-api.ts";
import { placeNames } from "./place-names.ts";
import { stateNames, words } from "./words.ts";

export function ObligationsPage() {
  const { say } = useLanguage();
  const [number, setNumber] = useState("");
  const query = useInfiniteQuery({
    queryKey: [...OBLIGATIONS_KEY, number.trim()],
    queryFn: ({ pageParam }): Promise<Answer> =>
      duties.obligations({ number: number.trim(), cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  return (
    <Page title={placeNames.obligations} lead={say(words.obligationsLead)}>
      <Input
        type="search"
        className="search"
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        value={number}
        onChange={({ target }) => setNumber(target.value)}
      />
      <ForQuery query={query}>
        {({ pages }) => <Obligations items={pages.flatMap(({ items }) => items)} />}
      </ForQuery>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()}>{say(words.more)}</Button>
      )}
      <CalendarPart />
    </Page>
  );
}

function Obligations({ items }: { items: readonly OpenObligation[] }) {
  const { say } = useLanguage();
  if (items.length === 0) return <Empty title={say(words.none)} way={say(words.noneWay)} />;
  return (
    <ul className="rows" aria-label={say(placeNames.obligations)}>
      {items.map((one) => (
        <Obligation key={`${one.number} ${one.rule} ${one.requirement} ${one.step}`} one={one} />
      ))}
    </ul>
  );
}

function Obligation({ one }: { one: OpenObligation }) {
  const { say } = useLanguage();
  const { number, dueOn, setFor, tolled, state, message, remedy, closes, follows, clause } = one;
  return (
    <li>
      <div className="row-main">
        <span>
          <Tag>{say(stateNames[state])}</Tag>{" "}
          <a href={`/c/${encodeURIComponent(number)}`}>{number}</a>{" "}
          <strong>
            {setFor !== null && <s>{setFor}</s>} {dueOn}
          </strong>
        </span>
        <span>{say(message)}</span>
        {tolled !== null && (
          <span>
            {say(words.moved)}
            {say(tolled)}
          </span>
        )}
        <span className="small">
          {say(words.remedy)}
          {say(remedy)} · {say(words.closes)}
          {say(closes)}
        </span>
        <span className="small">
          {say(words.clause)} {clause}
          {follows !== null && ` · ${say(words.follows)}${follows.step} ${follows.dueOn ?? ""}`}
          {one.unconfirmed && ` · ${say(words.unconfirmed)}`}
        </span>
      </div>
    </li>
  );
}
