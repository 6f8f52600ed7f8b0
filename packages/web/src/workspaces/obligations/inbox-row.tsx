/** @jsxImportSource react */

import type { InboxChange, InboxItem } from "@suzheng/api-contract";
import { Button } from "antd";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { asSentence } from "../../portal/language/language.ts";
import { useMay } from "../api/session.ts";
import { useAct } from "../api/use-act.ts";
import { Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { ConfirmButton } from "../shell/confirm-button.tsx";
import { Go } from "../shell/go.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { useUndo } from "../shell/use-undo.tsx";
import { ClauseLink } from "./clause-link.tsx";
import { DutyDay } from "./duty-day.tsx";
import { duties, INBOX_KEY } from "./obligations-api.ts";
import { kindNames, words } from "./words.ts";

/** What was said, how it stands now, and what to do. */
export function InboxRow({ item }: { item: InboxItem }) {
  const { say } = useLanguage();
  const { id, number, holder, kind, rule, clause, saidOn, message, isRead, doneAt, doneBy, now } =
    item;
  const offerUndo = useUndo();
  const act = useAct({
    run: (change: InboxChange) => duties.mark(id, change),
    changes: [INBOX_KEY],
    done: (_answer, change) => {
      // The row may be gone from the list by now.
      if (change.done === true)
        offerUndo(say(words.settled(number)), () => act.mutate({ done: false }));
    },
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
        {holder !== null && <Recorded text={holder} />}
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
          {doneAt !== null && ` · ${say(words.isDone(doneBy, beijingMinute(doneAt)))}`}
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

type Marks = { item: InboxItem; mark: (change: InboxChange) => void };

function Marks({ item: { number, isRead, doneAt }, mark }: Marks) {
  const { say } = useLanguage();
  const maySettle = useMay()("obligation.settle");
  if (doneAt !== null) {
    return (
      maySettle && (
        <div className="acts">
          <Button
            aria-label={`${say(words.takeBack)} ${number}`}
            onClick={() => mark({ done: false })}
          >
            {say(words.takeBack)}
          </Button>
        </div>
      )
    );
  }
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
      {maySettle && (
        <ConfirmButton
          label={say(words.markDone)}
          about={number}
          title={say(words.doneAsk)}
          note={say(words.doneNote)}
          isDanger={false}
          confirmed={() => mark({ read: true, done: true })}
        />
      )}
    </div>
  );
}
