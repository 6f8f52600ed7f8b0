/** @jsxImportSource react */
import { Button } from "antd";
import { accounts } from "../api/accounts.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { Alone } from "../shell/alone.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { useSignedIn } from "./use-signed-in.ts";
import { words } from "./words.ts";

/** Waits for a press: opening a link twice, or a preview of it, must not use it up. */
export function LinkSignIn({ code }: { code: string }) {
  const { say } = useLanguage();
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
      <ErrorNotice error={act.error} />
    </Alone>
  );
}
