/** @jsxImportSource react */
import { SignInTable } from "../account/sign-in-table.tsx";
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
      <SignInTable name="member-sign-ins" ask={accounts.memberSignIns} />
    </Page>
  );
}
