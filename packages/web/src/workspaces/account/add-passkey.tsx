/** @jsxImportSource react */
import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import { accounts } from "../api/accounts.ts";
import { createPasskey } from "../api/passkey.ts";
import { CREDENTIALS_KEY } from "../api/query-keys.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { words } from "./words.ts";

export function AddPasskey() {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const field = useId();
  const [name, setName] = useState("");
  const act = useAct({
    run: async () => {
      const { options } = await accounts.beginAddPasskey();
      const attestation = await createPasskey(options);
      return accounts.addPasskey({ name: name.trim(), attestation });
    },
    changes: [CREDENTIALS_KEY],
    done: () => {
      setName("");
      message.success(say(words.added));
    },
  });
  return (
    <form
      className="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <label htmlFor={field}>{say(words.passkeyName)}</label>
      <div className="inline-form">
        <Input
          id={field}
          value={name}
          maxLength={80}
          placeholder={say(words.passkeyNameHint)}
          onChange={({ target }) => setName(target.value)}
        />
        <Button htmlType="submit" disabled={name.trim() === ""} loading={act.isPending}>
          {say(words.add)}
        </Button>
      </div>
      <ErrorNotice error={act.error} />
    </form>
  );
}
