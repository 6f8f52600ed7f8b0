/** @jsxImportSource react */
import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "../language/use-language.tsx";
import { InboxRow } from "../obligations/inbox-row.tsx";
import { duties, INBOX_KEY } from "../obligations/obligations-api.ts";
import { Go } from "../shell/go.tsx";
import { ForQuery } from "../shell/notices.tsx";
import { words } from "./words.ts";

const SHOWN = "5";

/** Of the messages that wait for somebody of the body, those whose day is nearest. */
export function WaitingMessages() {
  const { say } = useLanguage();
  const query = useQuery({
    queryKey: [...INBOX_KEY, "today"],
    queryFn: () => duties.inbox({ waiting: "true", order: "soonest", limit: SHOWN }),
  });
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{say(words.waiting(query.data?.unread ?? 0))}</h2>
      <ForQuery query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say(words.nothingWaits)}</p>
          ) : (
            <>
              <ul className="rows" aria-labelledby="waiting">
                {items.map((item) => (
                  <InboxRow key={item.id} item={item} />
                ))}
              </ul>
              <p>
                <Go to="/inbox">{say(words.allMessages)}</Go>
              </p>
            </>
          )
        }
      </ForQuery>
    </section>
  );
}
