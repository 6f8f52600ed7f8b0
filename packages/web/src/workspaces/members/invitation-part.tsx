/** @jsxImportSource react */

import type { Invitation } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { accounts } from "../api/accounts.ts";
import { INVITATIONS_KEY } from "../api/query-keys.ts";
import { useAct } from "../api/use-act.ts";
import { Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { ConfirmButton } from "../shell/confirm-button.tsx";
import { ErrorNotice, ForQuery } from "../shell/notices.tsx";
import { roleNames } from "../shell/words.ts";
import { InviteForm } from "./invite-form.tsx";
import { words } from "./words.ts";

export function InvitationPart() {
  const { say } = useLanguage();
  const query = useQuery({ queryKey: INVITATIONS_KEY, queryFn: accounts.invitations });
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{say(words.invitations)}</h2>
      <ForQuery query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say(words.noInvitations)}</p>
          ) : (
            <ul className="rows">
              {items.map((invitation) => (
                <InvitationItem key={invitation.id} invitation={invitation} />
              ))}
            </ul>
          )
        }
      </ForQuery>
      <InviteForm />
    </section>
  );
}

function InvitationItem({ invitation }: { invitation: Invitation }) {
  const { say, list } = useLanguage();
  const name = invitation.name ?? say(words.unnamed);
  const withdraw = useAct({
    run: () => accounts.revokeInvitation(invitation.id),
    changes: [INVITATIONS_KEY],
  });
  return (
    <li>
      <div className="row-main">
        <strong>
          <Recorded text={name} />
        </strong>
        <span className="small">
          {list(invitation.roles.map((role) => roleNames[role]))} · {say(words.until)}{" "}
          {beijingMinute(invitation.expiresAt)}
        </span>
        <ErrorNotice error={withdraw.error} />
      </div>
      <ConfirmButton
        label={say(words.withdraw)}
        about={name}
        title={say(words.withdrawAsk)}
        confirmed={() => withdraw.mutate()}
      />
    </li>
  );
}
