/** @jsxImportSource react */
import type { InboxItem } from "@suzheng/api-contract";
import { Button } from "antd";
import { asSentence } from "../../portal/language/language.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { ClauseLink } from "./clause-link.tsx";
import { DutyDay } from "./duty-day.tsx";
import { duties, INBOX_KEY } from "./obligations-api.ts";
import { kindNames, words } from "./words.ts";

/** What was said, how it stands now, and what to do. */
export function InboxRow({ item }: { item: InboxItem }) {
  const { say } = useLanguage();
  const { id, number, holder, kind, rule, clause, saidOn, message, isRead, doneAt, now } = item;
  const act = useAct({
    run: (change: { read?: boolean; done?: boolean }) => duties.mark(id, change),
    changes: [INBOX_KEY],
  });
  return (
    <li>
      <div className="row-main">
        <span className="duty-head">
          <span className="state" data-duty={now === null || doneAt !== null ? "lapsed" : kind}>
            {say(kindNames[kind])}
          </span>
          {!isRead && <strong>{say(words.unread)}</strong>}
          <a href={`/c/${encodeURIComponent(number)}`}>{number}</a>
          {now !== null && <DutyDay due={{ ...now, setFor: movedFrom(item) }} />}
        </span>
        {holder !== null && <span>{holder}</span>}
        <span>{asSentence(say(message))}</span>
        {now !== null && doneAt === null && (
          <span className="small">{say(words.toDo(now.remedy))}</span>
        )}
        <span className="small">
          {say(words.saidOn)} {saidOn} · <ClauseLink rule={rule} clause={clause} version={null} /> ·{" "}
          {now === null ? (
            say(words.closed)
          ) : (
            <Go to="/obligations" search={{ number }}>
              {say(words.seeDuties)}
            </Go>
          )}
          {doneAt !== null && ` · ${say(words.isDone)}`}
        </span>
        <ErrorNotice error={act.error} />
      </div>
      <Marks item={item} mark={act.mutate} />
    </li>
  );
}

/** The day that the message names, where a pause has moved it since. */
const movedFrom = ({ dueOn, now }: InboxItem) =>
  now === null || now.dueOn === dueOn ? null : dueOn;

type Marks = { item: InboxItem; mark: (change: { read?: boolean; done?: boolean }) => void };

function Marks({ item: { number, isRead, doneAt }, mark }: Marks) {
  const { say } = useLanguage();
  if (doneAt !== null) return null;
  return (
    <div className="acts">
      {!isRead && (
        <Button
          aria-label={`${say(words.markRead)} ${number}`}
          onClick={() => mark({ read: true })}
        >
          {say(words.markRead)}
        </Button>
      )}
      <Button
        aria-label={`${say(words.markDone)} ${number}`}
        onClick={() => mark({ read: true, done: true })}
      >
        {say(words.markDone)}
      </Button>
    </div>
  );
}
