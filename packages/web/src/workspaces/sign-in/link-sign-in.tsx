/** @jsxImportSource react */
import { Button } from "antd";
import { useState } from "react";
import { accounts } from "../api/accounts.ts";
import { codeOf } from "../api/ask.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { Alone } from "../shell/alone.tsx";
import { Go } from "../shell/go.tsx";
import { Empty, ErrorNotice } from "../shell/notices.tsx";
import { useSignedIn } from "./use-signed-in.ts";
import { words } from "./words.ts";

/**
 * `/workspace/enter#<code>`; no server log sees what follows `#`. Waits for a press: opening a link
 * twice, or a preview of it, must not use it up.
 */
export function LinkSignIn() {
  const { say } = useLanguage();
  const [code] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const act = useAct({
    run: () => accounts.signInByLink(code),
    changes: [],
    done: useSignedIn(),
  });
  return (
    <Alone title={words.linkTitle} lead={words.linkLead}>
      <Button
        type="primary"
        size="large"
        block
        onClick={() => act.mutate()}
        loading={act.isPending}
      >
        {say(words.linkUse)}
      </Button>
      {codeOf(act.error) === "sign-in-refused" ? <UsedUp /> : <ErrorNotice error={act.error} />}
    </Alone>
  );
}

function UsedUp() {
  const { say } = useLanguage();
  return (
    <div role="alert">
      <Empty title={say(words.linkUsed)} way={say(words.linkUsedWay)}>
        <p>
          <Go to="/sign-in">{say(words.title)}</Go>
        </p>
      </Empty>
    </div>
  );
}
