/** @jsxImportSource react */
import type { Session } from "@suzheng/api-contract";
import { Button } from "antd";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { accounts } from "../api/accounts.ts";
import { SESSION_KEY } from "../api/session.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { words } from "./words.ts";

/** What others did to the account, above every page until the person says that they saw it. */
export function AccountNotices({ session }: { session: Session }) {
  const { say } = useLanguage();
  const seen = useAct({ run: accounts.seeNotices, changes: [SESSION_KEY] });
  if (session.notices.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="account-notices">
      <p className="notice-title" id="account-notices">
        {say(words.noticeTitle)}
      </p>
      {session.notices.map(({ id, by, at }) => (
        <p key={id}>{say(words.noticeText(by ?? say(words.operator), beijingMinute(at)))}</p>
      ))}
      <Button onClick={() => seen.mutate()} loading={seen.isPending}>
        {say(words.seen)}
      </Button>
    </section>
  );
}
