/** @jsxImportSource react */
import { Button } from "antd";
import { accounts } from "../api/accounts.ts";
import { createPasskey } from "../api/passkey.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import type { ByMeans } from "./by-means.ts";
import { words } from "./words.ts";

export function ByPasskey({ code, names, welcome, isReady }: ByMeans & { isReady: boolean }) {
  const { say } = useLanguage();
  const act = useAct({
    run: async () => {
      const { options } = await accounts.invitationPasskey({ code, ...names });
      const attestation = await createPasskey(options);
      return accounts.accept({ code, ...names, by: { means: "passkey", attestation } });
    },
    changes: [],
    done: welcome,
  });
  return (
    <>
      <p className="small">{say(words.passkeyNote)}</p>
      <ErrorNotice error={act.error} />
      <div className="acts">
        <Button
          type="primary"
          disabled={!isReady}
          onClick={() => act.mutate()}
          loading={act.isPending}
        >
          {say(words.makePasskey)}
        </Button>
        {!isReady && <span className="small">{say(words.namesFirst)}</span>}
      </div>
    </>
  );
}
