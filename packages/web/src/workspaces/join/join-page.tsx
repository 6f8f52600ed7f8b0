/** @jsxImportSource react */
import type { InvitationOffer, Welcome } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { accounts } from "../api/accounts.ts";
import { useLanguage } from "../language/use-language.tsx";
import { Alone } from "../shell/alone.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { roleNames } from "../shell/words.ts";
import { useSignedIn } from "../sign-in/use-signed-in.ts";
import { JoinSignedIn } from "./join-signed-in.tsx";
import { NewAccount } from "./new-account.tsx";
import { RecoveryCodeList } from "./recovery-code-list.tsx";
import { RestoredAccount } from "./restored-account.tsx";
import { words } from "./words.ts";

/** `/workspace/join#<code>`: the code stays in the browser until the person acts. */
export function JoinPage() {
  const { say } = useLanguage();
  const [code] = useState(() => decodeURIComponent(location.hash.slice(1)));
  return (
    <Alone title={words.title}>
      {code === "" ? (
        <Empty title={say(words.noCode)} way={say(words.noCodeWay)} />
      ) : (
        <Invited code={code} />
      )}
    </Alone>
  );
}

function Invited({ code }: { code: string }) {
  const offer = useQuery({
    queryKey: ["invitation", code],
    queryFn: () => accounts.offer(code),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [welcome, setWelcome] = useState<Welcome | null>(null);
  const signedIn = useSignedIn();
  const take = (answer: Welcome) => {
    if (answer.recoveryCodes.length === 0) signedIn(answer.session);
    else setWelcome(answer);
  };
  if (welcome !== null) {
    return (
      <RecoveryCodeList codes={welcome.recoveryCodes} done={() => signedIn(welcome.session)} />
    );
  }
  return (
    <ForQuery query={offer}>
      {(known) => (
        <>
          <Offer offer={known} />
          {known.recovers === null ? (
            <>
              <JoinSignedIn code={code} />
              <NewAccount code={code} offer={known} welcome={take} />
            </>
          ) : (
            <RestoredAccount code={code} names={known.recovers} welcome={take} />
          )}
        </>
      )}
    </ForQuery>
  );
}

function Offer({ offer }: { offer: InvitationOffer }) {
  const { say, list } = useLanguage();
  const rows = [
    [words.invitedTo, `${offer.institutionName}（${offer.institution}）`],
    [words.as, list(offer.roles.map((role) => roleNames[role])) || "–"],
    [words.by, offer.invitedBy ?? "–"],
    [words.until, beijingMinute(offer.expiresAt)],
  ] as const;
  return (
    <dl className="facts">
      {rows.map(([label, value]) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
