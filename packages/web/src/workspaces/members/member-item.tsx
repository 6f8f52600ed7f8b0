/** @jsxImportSource react */

import type { Member } from "@suzheng/api-contract";
import { App, Button, Tag } from "antd";
import { useState } from "react";
import { beijingDate } from "../../portal/dates/dates.ts";
import { accounts } from "../api/accounts.ts";
import { MEMBERS_KEY } from "../api/query-keys.ts";
import { useMay } from "../api/session.ts";
import { useAct } from "../api/use-act.ts";
import { MemberCare } from "../care/member-care.tsx";
import { Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { ConfirmButton } from "../shell/confirm-button.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { roleNames } from "../shell/words.ts";
import { RoleForm } from "./role-form.tsx";
import { words } from "./words.ts";

export function MemberItem({ member }: { member: Member }) {
  const { say, list } = useLanguage();
  const { message } = App.useApp();
  const may = useMay();
  const [isEditing, setEditing] = useState(false);
  const revoke = useAct({
    run: () => accounts.revokeMember(member.account),
    changes: [MEMBERS_KEY],
    done: () => message.success(say(words.revoked)),
  });
  return (
    <li>
      <div className="row-main">
        <span>
          <strong>
            <Recorded text={member.name} />
          </strong>{" "}
          <span className="small">{member.signInName}</span>{" "}
          {member.isMe && <Tag>{say(words.me)}</Tag>}
        </span>
        <span className="small">
          {list(member.roles.map((role) => roleNames[role]))} · {say(words.since)}{" "}
          {beijingDate(new Date(member.since))}
        </span>
        {isEditing && <RoleForm member={member} close={() => setEditing(false)} />}
        <ErrorNotice error={revoke.error} />
      </div>
      <div className="acts">
        {may("member.change-roles") && !isEditing && (
          <Button
            aria-label={`${say(words.changeRoles)} ${member.name}`}
            onClick={() => setEditing(true)}
          >
            {say(words.changeRoles)}
          </Button>
        )}
        {may("member.recover") && !member.isMe && <MemberCare member={member} />}
        {may("member.revoke") && !member.isMe && (
          <ConfirmButton
            label={say(words.revoke)}
            about={member.name}
            title={say(words.revokeAsk)}
            note={say(words.revokeNote)}
            confirmed={() => revoke.mutate()}
          />
        )}
      </div>
    </li>
  );
}
