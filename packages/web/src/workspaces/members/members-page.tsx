/** @jsxImportSource react */
import type { Member } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { accounts } from "../api/accounts.ts";
import { MEMBERS_KEY } from "../api/query-keys.ts";
import { useMay } from "../api/session.ts";
import { useLanguage } from "../language/use-language.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { InvitationPart } from "./invitation-part.tsx";
import { MemberItem } from "./member-item.tsx";
import { words } from "./words.ts";

const matches = (member: Member, typed: string) =>
  `${member.name} ${member.signInName}`
    .toLowerCase()
    .includes(typed.normalize("NFKC").trim().toLowerCase());

export function MembersPage() {
  const { say } = useLanguage();
  const may = useMay();
  const [typed, setTyped] = useState("");
  const query = useQuery({ queryKey: MEMBERS_KEY, queryFn: accounts.members });
  return (
    <Page title={words.title} lead={say(words.lead)}>
      <Input
        type="search"
        className="search"
        aria-label={say(words.search)}
        placeholder={say(words.search)}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <ForQuery query={query}>
        {({ items }) => <MemberRows members={items.filter((one) => matches(one, typed))} />}
      </ForQuery>
      {may("member.invite") && <InvitationPart />}
    </Page>
  );
}

function MemberRows({ members }: { members: readonly Member[] }) {
  const { say } = useLanguage();
  if (members.length === 0) return <Empty title={say(words.none)} way={say(words.noneWay)} />;
  return (
    <ul className="rows" aria-label={say(words.title)}>
      {members.map((member) => (
        <MemberItem key={member.account} member={member} />
      ))}
    </ul>
  );
}
