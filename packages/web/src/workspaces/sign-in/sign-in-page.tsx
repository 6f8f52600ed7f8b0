/** @jsxImportSource react */
import { Button } from "antd";
import { accounts } from "../api/accounts.ts";
import { assertPasskey, hasPasskeys } from "../api/passkey.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { Alone } from "../shell/alone.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { PasswordForm } from "./password-form.tsx";
import { useSignedIn } from "./use-signed-in.ts";
import { words } from "./words.ts";

export function SignInPage() {
  const { say } = useLanguage();
  return (
    <Alone title={words.title} lead={words.lead}>
      <PasskeyPart />
      <section aria-labelledby="by-password">
        <h2 id="by-password">{say(words.byPassword)}</h2>
        <PasswordForm />
      </section>
      <p className="small">{say(words.noAccount)}</p>
    </Alone>
  );
}

function PasskeyPart() {
  const { say } = useLanguage();
  const signedIn = useSignedIn();
  const act = useAct({
    run: async () => {
      const { options } = await accounts.beginPasskey();
      return accounts.finishPasskey({ assertion: await assertPasskey(options) });
    },
    changes: [],
    done: signedIn,
  });
  if (!hasPasskeys()) return null;
  if (/^[\d.]+$|^\[/.test(location.hostname)) return <ByNameNote />;
  return (
    <section>
      <Button
        type="primary"
        size="large"
        block
        onClick={() => act.mutate()}
        loading={act.isPending}
      >
        {say(words.byPasskey)}
      </Button>
      <p className="small">{say(words.passkeyNote)}</p>
      <ErrorNotice error={act.error} />
    </section>
  );
}

/** At a bare address browsers offer no passkeys; on one's own machine there is a name for it. */
function ByNameNote() {
  const { say } = useLanguage();
  const isOwn = location.hostname === "127.0.0.1" || location.hostname === "[::1]";
  const named = new URL(location.href);
  named.hostname = "localhost";
  return (
    <p className="note">
      {say(words.passkeyNeedsName)} {isOwn && <a href={named.href}>{say(words.openByName)}</a>}
    </p>
  );
}
