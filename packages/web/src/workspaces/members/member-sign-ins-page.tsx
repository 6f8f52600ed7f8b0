/** @jsxImportSource react */
import { SignInTable } from "../account/sign-in-table.tsx";
import { words as accountWords } from "../account/words.ts";
import { accounts } from "../api/accounts.ts";
import { AccountActsPart } from "../care/account-acts-part.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { Page } from "../shell/page.tsx";
import { words } from "./words.ts";

export function MemberSignInsPage() {
  const { say } = useLanguage();
  return (
    <Page title={words.signInsTitle} lead={say(words.signInsLead)}>
      <AccountActsPart />
      <section aria-labelledby="sign-ins">
        <h2 id="sign-ins">{say(accountWords.signIns)}</h2>
        <SignInTable name="member-sign-ins" ask={accounts.memberSignIns} />
      </section>
    </Page>
  );
}
