/** @jsxImportSource react */
import { useQuery } from "@tanstack/react-query";
import { accounts } from "../api/accounts.ts";
import { CREDENTIALS_KEY } from "../api/query-keys.ts";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../language/use-language.tsx";
import { allowedEntries } from "../shell/allowed-places.ts";
import { Go } from "../shell/go.tsx";
import { Empty } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { WaitingFilings } from "./waiting-filings.tsx";
import { WaitingMessages } from "./waiting-messages.tsx";
import { words } from "./words.ts";

export function HomePage() {
  const { say } = useLanguage();
  const { data: session } = useSession();
  if (!session) return null;
  const isBody = session.actingFor?.kind === "certification-body";
  const entries = allowedEntries(session).filter(({ path }) => path !== "/");
  return (
    <Page title={words.title} lead={say(words.lead(session.actingFor?.name ?? ""))}>
      {session.actions.includes("signature.begin") && <PasskeyLesson />}
      {isBody && session.actions.includes("obligation.read") && <WaitingMessages />}
      {session.actions.includes("rule.review.take") && <WaitingFilings />}
      <section aria-labelledby="places">
        <h2 id="places">{say(words.places)}</h2>
        <ul className="rows places">
          {entries.map(({ path, navigation }) => (
            <li key={path}>
              <Go to={path}>{say(navigation.label)}</Go>
              <span className="small">
                <kbd>g</kbd> <kbd>{navigation.key}</kbd>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

/** The first step of everybody who will sign something. */
function PasskeyLesson() {
  const { say } = useLanguage();
  const { data } = useQuery({ queryKey: CREDENTIALS_KEY, queryFn: accounts.credentials });
  if (data === undefined || data.passkeys.length > 0) return null;
  return (
    <Empty title={say(words.passkeyMissing)} way={say(words.passkeyMissingWay)}>
      <p>
        <Go to="/account">{say(words.toPasskey)}</Go>
      </p>
    </Empty>
  );
}
