/** @jsxImportSource react */
import type { SessionSummary } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { App, Tag } from "antd";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { accounts } from "../api/accounts.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ConfirmButton } from "../shell/confirm-button.tsx";
import { ErrorNotice, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { browserName } from "./browser-name.ts";
import { SignInTable } from "./sign-in-table.tsx";
import { meansNames, words } from "./words.ts";

const SESSIONS_KEY = ["sessions"];

export function SessionsPage() {
  const { say } = useLanguage();
  const query = useQuery({ queryKey: SESSIONS_KEY, queryFn: accounts.sessions });
  return (
    <Page title={words.sessionsTitle} lead={say(words.sessionsLead)}>
      <section aria-labelledby="sessions">
        <h2 id="sessions">{say(words.sessions)}</h2>
        <ForQuery query={query}>
          {({ items }) => (
            <ul className="rows">
              {items.map((session) => (
                <SessionItem key={session.id} session={session} />
              ))}
            </ul>
          )}
        </ForQuery>
      </section>
      <section aria-labelledby="sign-ins">
        <h2 id="sign-ins">{say(words.signIns)}</h2>
        <SignInTable name="my-sign-ins" ask={accounts.mySignIns} />
      </section>
    </Page>
  );
}

function SessionItem({ session }: { session: SessionSummary }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const end = useAct({
    run: () => accounts.endSession(session.id),
    changes: [SESSIONS_KEY],
    done: () => message.success(say(words.ended)),
  });
  const device = browserName(session.userAgent);
  return (
    <li>
      <div className="row-main">
        <span>
          <strong>{device}</strong> {session.isCurrent && <Tag>{say(words.current)}</Tag>}
        </span>
        <span className="small">
          {say(words.since)} {beijingMinute(session.signedInAt)} · {say(meansNames[session.means])}{" "}
          · {say(words.lastSeen)} {beijingMinute(session.lastSeenAt)} · {say(words.address)}{" "}
          {session.address}
        </span>
        <ErrorNotice error={end.error} />
      </div>
      {!session.isCurrent && (
        <ConfirmButton
          label={say(words.end)}
          about={device}
          title={say(words.endAsk)}
          confirmed={() => end.mutate()}
        />
      )}
    </li>
  );
}
