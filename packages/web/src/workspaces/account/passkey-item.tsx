/** @jsxImportSource react */

import type { Passkey } from "@suzheng/api-contract";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { accounts } from "../api/accounts.ts";
import { CREDENTIALS_KEY } from "../api/query-keys.ts";
import { useAct } from "../api/use-act.ts";
import { Recorded } from "../language/told-text.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { ConfirmButton } from "../shell/confirm-button.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { useUndo } from "../shell/use-undo.tsx";
import { words } from "./words.ts";

export function PasskeyItem({ passkey }: { passkey: Passkey }) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const revoke = useAct({
    run: () => accounts.revokePasskey(passkey.id),
    changes: [CREDENTIALS_KEY],
    done: () => message.success(say(words.revoke)),
  });
  const used = passkey.lastUsedAt === null ? say(words.never) : beijingMinute(passkey.lastUsedAt);
  return (
    <li>
      <div className="row-main">
        <PasskeyName passkey={passkey} />
        <span className="small">
          {say(words.created)} {beijingMinute(passkey.createdAt)} · {say(words.lastUsed)} {used}
        </span>
        <ErrorNotice error={revoke.error} />
      </div>
      <ConfirmButton
        label={say(words.revoke)}
        about={passkey.name}
        title={say(words.revokeAsk)}
        note={say(words.revokeNote)}
        confirmed={() => revoke.mutate()}
      />
    </li>
  );
}

function PasskeyName({ passkey }: { passkey: Passkey }) {
  const { say } = useLanguage();
  const [draft, setDraft] = useState<string | null>(null);
  const offerUndo = useUndo();
  const rename = useAct({
    run: (name: string) => accounts.renamePasskey(passkey.id, name),
    changes: [CREDENTIALS_KEY],
    done: (_answer, name) => {
      setDraft(null);
      const former = passkey.name;
      if (name !== former) offerUndo(`${say(words.renamed)} ${name}`, () => rename.mutate(former));
    },
  });
  if (draft === null) {
    return (
      <span>
        <strong>
          <Recorded text={passkey.name} />
        </strong>{" "}
        <button type="button" className="plain" onClick={() => setDraft(passkey.name)}>
          {say(words.rename)}
        </button>
      </span>
    );
  }
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate(draft.trim());
      }}
    >
      <Input
        aria-label={say(words.passkeyName)}
        value={draft}
        maxLength={80}
        autoFocus
        onChange={({ target }) => setDraft(target.value)}
      />
      <Button htmlType="submit" disabled={draft.trim() === ""} loading={rename.isPending}>
        {say(words.save)}
      </Button>
      <ErrorNotice error={rename.error} />
    </form>
  );
}
