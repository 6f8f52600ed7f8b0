/** @jsxImportSource react */
import type { AccountCredentials, RecoveryCodes, TotpEnrolment } from "@suzheng/api-contract";
import { Button } from "antd";
import { useState } from "react";
import { accounts } from "../api/accounts.ts";
import { CREDENTIALS_KEY } from "../api/query-keys.ts";
import { useAct } from "../api/use-act.ts";
import { PasswordEnrolment } from "../join/password-enrolment.tsx";
import { RecoveryCodeList } from "../join/recovery-code-list.tsx";
import { useLanguage } from "../language/use-language.tsx";
import { ConfirmButton } from "../shell/confirm-button.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { words } from "./words.ts";

/** A password is only ever set together with an authenticator app. */
export function PasswordPart({ known }: { known: AccountCredentials }) {
  const { say } = useLanguage();
  const [enrolment, setEnrolment] = useState<TotpEnrolment | null>(null);
  const [codes, setCodes] = useState<RecoveryCodes | null>(null);
  const begin = useAct({ run: accounts.beginTotp, changes: [], done: setEnrolment });
  const set = useAct({
    run: accounts.setPassword,
    changes: [CREDENTIALS_KEY],
    done: (answer) => {
      setEnrolment(null);
      setCodes(answer);
    },
  });
  if (codes !== null) {
    return <RecoveryCodeList codes={codes.recoveryCodes} done={() => setCodes(null)} />;
  }
  return (
    <section aria-labelledby="password">
      <h2 id="password">{say(words.password)}</h2>
      <PasswordStanding known={known} renewed={setCodes} />
      {enrolment === null ? (
        <Button onClick={() => begin.mutate()} loading={begin.isPending}>
          {say(known.hasPassword ? words.changePassword : words.setPassword)}
        </Button>
      ) : (
        <PasswordEnrolment
          enrolment={enrolment}
          submit={words.save2}
          isReady
          isPending={set.isPending}
          error={set.error}
          chosen={set.mutate}
        />
      )}
      <ErrorNotice error={begin.error} />
    </section>
  );
}

type Standing = { known: AccountCredentials; renewed: (codes: RecoveryCodes) => void };

function PasswordStanding({ known, renewed }: Standing) {
  const { say } = useLanguage();
  const renew = useAct({
    run: accounts.renewRecoveryCodes,
    changes: [CREDENTIALS_KEY],
    done: renewed,
  });
  if (!known.hasPassword) return <p>{say(words.noPassword)}</p>;
  return (
    <>
      <p>
        {say(words.hasPassword)} {say(words.codesLeft(known.recoveryCodesLeft))}
      </p>
      <ErrorNotice error={renew.error} />
      <p>
        <ConfirmButton
          label={say(words.renewCodes)}
          about=""
          title={say(words.renewCodes)}
          note={say(words.renewAsk)}
          confirmed={() => renew.mutate()}
        />
      </p>
    </>
  );
}
