/** @jsxImportSource react */
import { useQuery } from "@tanstack/react-query";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { accounts } from "../api/accounts.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ForQuery } from "../shell/notices.tsx";
import { actNames, words } from "./words.ts";

/** Whose account was restored or erased, when and by whom. */
export function AccountActsPart() {
  const { say } = useLanguage();
  const query = useQuery({ queryKey: ["account-acts"], queryFn: accounts.accountActs });
  return (
    <section aria-labelledby="account-acts">
      <h2 id="account-acts">{say(words.acts)}</h2>
      <ForQuery query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say(words.noActs)}</p>
          ) : (
            <ul className="rows" aria-label={say(words.acts)}>
              {items.map(({ account, name, act, by, at }) => (
                <li key={`${account} ${act} ${at}`}>
                  <span className="row-main">
                    {name ?? `${say(words.erased)} ${account}`} · {say(actNames[act])}
                    <span className="small">
                      {beijingMinute(at)} · {by ?? say(words.operator)}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </ForQuery>
    </section>
  );
}
