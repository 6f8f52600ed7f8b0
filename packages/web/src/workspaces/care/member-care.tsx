/** @jsxImportSource react */
import type { InvitationCreated, Member } from "@suzheng/api-contract";
import { Input } from "antd";
import { useId, useState } from "react";
import { accounts } from "../api/accounts.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ConfirmButton } from "../shell/confirm-button.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { EraseButton } from "./erase-button.tsx";
import { words } from "./words.ts";

/** For a member who cannot sign in any more, or is to be forgotten. */
export function MemberCare({ member }: { member: Member }) {
  const { say } = useLanguage();
  const { account, name, signInName } = member;
  const [made, setMade] = useState<InvitationCreated | null>(null);
  const recover = useAct({ run: () => accounts.recover(account), changes: [], done: setMade });
  const erase = useAct({
    run: (confirm: string) => accounts.eraseMember(account, confirm),
    changes: [["members"]],
  });
  return (
    <>
      <ConfirmButton
        label={say(words.recover)}
        about={name}
        title={say(words.recoverAsk)}
        note={say(words.recoverNote)}
        confirmed={() => recover.mutate()}
      />
      <EraseButton
        label={say(words.erase)}
        about={name}
        signInName={signInName}
        erase={erase.mutate}
        error={erase.error}
      />
      <ErrorNotice error={recover.error} />
      {made !== null && <Link link={made.link} />}
    </>
  );
}

function Link({ link }: { link: string }) {
  const { say } = useLanguage();
  const field = useId();
  return (
    <div className="note" role="status">
      <label htmlFor={field}>{say(words.linkTitle)}</label>
      <Input id={field} readOnly value={link} onFocus={({ target }) => target.select()} />
    </div>
  );
}
