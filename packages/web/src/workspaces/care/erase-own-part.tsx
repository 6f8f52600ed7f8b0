/** @jsxImportSource react */
import { accounts } from "../api/accounts.ts";
import { SESSION_KEY } from "../api/session.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { EraseButton } from "./erase-button.tsx";
import { words } from "./words.ts";

/** Afterwards nobody is signed in, so the shell asks for that. */
export function EraseOwnPart({ signInName }: { signInName: string }) {
  const { say } = useLanguage();
  const erase = useAct({ run: accounts.eraseOwn, changes: [SESSION_KEY] });
  return (
    <section aria-labelledby="erase">
      <h2 id="erase">{say(words.eraseOwn)}</h2>
      <p className="small">{say(words.eraseNote)}</p>
      <EraseButton
        label={say(words.eraseOwn)}
        signInName={signInName}
        erase={erase.mutate}
        error={erase.error}
      />
    </section>
  );
}
