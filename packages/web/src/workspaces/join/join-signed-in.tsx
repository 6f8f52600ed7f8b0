/** @jsxImportSource react */
import { Button } from "antd";
import { accounts } from "../api/accounts.ts";
import { useSession } from "../api/session.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { useSignedIn } from "../sign-in/use-signed-in.ts";
import { words } from "./words.ts";

/** Somebody who already works elsewhere joins with the account that they have. */
export function JoinSignedIn({ code }: { code: string }) {
  const { say } = useLanguage();
  const { data: session } = useSession();
  const act = useAct({ run: () => accounts.join(code), changes: [], done: useSignedIn() });
  if (!session) return null;
  return (
    <section className="note">
      <p>
        {say(words.joinAsNote)}
        {session.account.name}
      </p>
      <Button type="primary" onClick={() => act.mutate()} loading={act.isPending}>
        {say(words.joinAs)}
      </Button>
      <ErrorNotice error={act.error} />
    </section>
  );
}
