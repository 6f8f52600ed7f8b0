/** @jsxImportSource react */
import type { Member, Role } from "@suzheng/api-contract";
import { Button } from "antd";
import { useState } from "react";
import { accounts } from "../api/accounts.ts";
import { MEMBERS_KEY } from "../api/query-keys.ts";
import { SESSION_KEY } from "../api/session.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { useUndo } from "../shell/use-undo.tsx";
import { words as shellWords } from "../shell/words.ts";
import { RoleChoice } from "./role-choice.tsx";
import { words } from "./words.ts";

export function RoleForm({ member, close }: { member: Member; close: () => void }) {
  const { say } = useLanguage();
  const [roles, setRoles] = useState<Role[]>(member.roles);
  const offerUndo = useUndo();
  const undo = useAct({
    run: (former: Role[]) => accounts.changeRoles(member.account, { roles: former }),
    changes: [MEMBERS_KEY, SESSION_KEY],
  });
  const save = useAct({
    run: () => accounts.changeRoles(member.account, { roles }),
    changes: [MEMBERS_KEY, SESSION_KEY],
    done: () => {
      offerUndo(say(words.changed) + member.name, () => undo.mutate(member.roles));
      close();
    },
  });
  return (
    <div className="stack">
      <RoleChoice label={say(words.rolesOf) + member.name} chosen={roles} choose={setRoles} />
      <ErrorNotice error={save.error ?? undo.error} />
      <div className="acts">
        <Button
          type="primary"
          disabled={roles.length === 0}
          onClick={() => save.mutate()}
          loading={save.isPending}
        >
          {say(words.save)}
        </Button>
        <Button onClick={close}>{say(shellWords.cancel)}</Button>
      </div>
    </div>
  );
}
