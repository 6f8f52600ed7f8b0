/** @jsxImportSource react */
import type { InvitationCreated, Role } from "@suzheng/api-contract";
import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import { accounts } from "../api/accounts.ts";
import { INVITATIONS_KEY } from "../api/query-keys.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { RoleChoice } from "./role-choice.tsx";
import { words } from "./words.ts";

export function InviteForm() {
  const { say } = useLanguage();
  const field = useId();
  const [name, setName] = useState("");
  const [roles, setRoles] = useState<Role[]>([]);
  const [made, setMade] = useState<InvitationCreated | null>(null);
  const act = useAct({
    run: () => accounts.invite({ roles, name: name.trim() === "" ? null : name.trim() }),
    changes: [INVITATIONS_KEY],
    done: (answer) => {
      setMade(answer);
      setName("");
      setRoles([]);
    },
  });
  return (
    <form
      className="add-form"
      aria-label={say(words.invite)}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <h3>{say(words.invite)}</h3>
      <p className="small">{say(words.inviteNote)}</p>
      <label htmlFor={field}>{say(words.name)}</label>
      <Input id={field} value={name} maxLength={80} onChange={(e) => setName(e.target.value)} />
      <RoleChoice label={say(words.roles)} chosen={roles} choose={setRoles} />
      <ErrorNotice error={act.error} />
      <div className="acts">
        <Button
          type="primary"
          htmlType="submit"
          disabled={roles.length === 0}
          loading={act.isPending}
        >
          {say(words.create)}
        </Button>
        {roles.length === 0 && <span className="small">{say(words.rolesNeeded)}</span>}
      </div>
      {made !== null && <MadeLink made={made} />}
    </form>
  );
}

function MadeLink({ made }: { made: InvitationCreated }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const field = useId();
  const copy = async () => {
    await navigator.clipboard.writeText(made.link);
    message.success(say(words.copied));
  };
  return (
    <div className="note" role="status">
      <label htmlFor={field}>{say(words.linkTitle)}</label>
      <div className="inline-form">
        <Input id={field} readOnly value={made.link} onFocus={(event) => event.target.select()} />
        <Button onClick={() => void copy()}>{say(words.copy)}</Button>
      </div>
    </div>
  );
}
