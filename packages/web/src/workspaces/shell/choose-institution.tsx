/** @jsxImportSource react */

import type { Session } from "@suzheng/api-contract";
import { Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { Empty, ErrorNotice } from "./notices.tsx";
import { Page } from "./page.tsx";
import { useActFor } from "./use-act-for.ts";
import { organisationKinds, roleNames, words } from "./words.ts";

export function ChooseInstitution({ session }: { session: Session }) {
  const { say, list } = useLanguage();
  const actFor = useActFor();
  if (session.memberships.length === 0) {
    return (
      <Page title={words.noMembershipTitle}>
        <Empty title={say(words.noMembershipTitle)} way={say(words.noMembershipWay)} />
      </Page>
    );
  }
  return (
    <Page title={words.noInstitutionTitle}>
      <ErrorNotice error={actFor.error} />
      <ul className="choices">
        {session.memberships.map(({ institution, name, kind, roles }) => (
          <li key={institution}>
            <button type="button" onClick={() => actFor.mutate(institution)}>
              <strong>
                <Recorded text={name} />
              </strong>
              <span className="small">
                {say(organisationKinds[kind])} · {institution} ·{" "}
                {list(roles.map((role) => roleNames[role]))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Page>
  );
}
