/** @jsxImportSource react */
import type { CalendarFeed, CalendarFeedMade } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ConfirmButton } from "../shell/confirm-button.tsx";
import { ErrorNotice, ForQuery } from "../shell/notices.tsx";
import { words } from "./calendar-words.ts";
import { duties, FEEDS_KEY } from "./obligations-api.ts";

/** Addresses under which a person's calendar reads the deadlines. */
export function CalendarPart() {
  const { say, language } = useLanguage();
  const [made, setMade] = useState<CalendarFeedMade | null>(null);
  const query = useQuery({ queryKey: FEEDS_KEY, queryFn: duties.feeds });
  const make = useAct({
    run: () => duties.makeFeed({ language }),
    changes: [FEEDS_KEY],
    done: setMade,
  });
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{say(words.calendar)}</h2>
      <p className="small">{say(words.calendarNote)}</p>
      <ForQuery query={query}>
        {({ items }) => (
          <ul className="rows">
            {items.map((feed) => (
              <Feed key={feed.id} feed={feed} />
            ))}
          </ul>
        )}
      </ForQuery>
      <ErrorNotice error={make.error} />
      <div className="acts">
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {say(words.makeFeed)}
        </Button>
      </div>
      {made !== null && (
        <p role="status">
          {say(words.feedMade)}
          <br />
          <code className="address">{made.address}</code>
        </p>
      )}
    </section>
  );
}

function Feed({ feed }: { feed: CalendarFeed }) {
  const { say } = useLanguage();
  const revoke = useAct({ run: () => duties.revokeFeed(feed.id), changes: [FEEDS_KEY] });
  const made = `${say(words.madeAt)} ${beijingMinute(feed.madeAt)}`;
  return (
    <li>
      <div className="row-main">
        <span>
          {made} · {feed.language}
        </span>
        <ErrorNotice error={revoke.error} />
      </div>
      <ConfirmButton
        label={say(words.revokeFeed)}
        about={made}
        title={say(words.revokeFeedAsk)}
        confirmed={() => revoke.mutate()}
      />
    </li>
  );
}
