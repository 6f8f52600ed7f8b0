/** @jsxImportSource react */

import type { AccountCredentials } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { accounts } from "../api/accounts.ts";
import { CREDENTIALS_KEY } from "../api/query-keys.ts";
import { EraseOwnPart } from "../care/erase-own-part.tsx";
import { Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { AddPasskey } from "./add-passkey.tsx";
import { PasskeyItem } from "./passkey-item.tsx";
import { PasswordPart } from "./password-part.tsx";
import { words } from "./words.ts";

export function AccountPage() {
  const { say } = useLanguage();
  const query = useQuery({ queryKey: CREDENTIALS_KEY, queryFn: accounts.credentials });
  return (
    <Page title={words.title} lead={say(words.lead)}>
      <ForQuery query={query}>{(known) => <Credentials known={known} />}</ForQuery>
    </Page>
  );
}

function Credentials({ known }: { known: AccountCredentials }) {
  const { say } = useLanguage();
  const { account, passkeys } = known;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{say(words.name)}</dt>
          <dd>
            <Recorded text={account.name} />
          </dd>
        </div>
        <div>
          <dt>{say(words.signInName)}</dt>
          <dd>{account.signInName}</dd>
        </div>
      </dl>
      <section aria-labelledby="passkeys">
        <h2 id="passkeys">{say(words.passkeys)}</h2>
        <p>{say(passkeys.length === 0 ? words.noPasskeyWay : words.passkeysNote)}</p>
        <ul className="rows">
          {passkeys.map((passkey) => (
            <PasskeyItem key={passkey.id} passkey={passkey} />
          ))}
        </ul>
        <AddPasskey />
      </section>
      <PasswordPart known={known} />
      <EraseOwnPart signInName={account.signInName} />
    </>
  );
}
