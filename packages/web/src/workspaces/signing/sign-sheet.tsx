/** @jsxImportSource react */
import type { PreparedAct, RecordedRuleAct, RuleAct } from "@suzheng/api-contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { accounts } from "../api/accounts.ts";
import { assertPasskey } from "../api/passkey.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { REGISTRY_KEY, registry } from "../rules/registry-api.ts";
import { versionPath } from "../rules/version-path.ts";
import { Sheet } from "../shell/frame/sheet.tsx";
import { useGo } from "../shell/go.tsx";
import { ErrorNotice, ForQuery } from "../shell/notices.tsx";
import { Statement } from "./statement.tsx";
import { words } from "./words.ts";

type SignSheet = { title: string; act: RuleAct; close: () => void };

/** Shows what binds, takes one deliberate tick and the passkey; then tells where it stands. */
export function SignSheet({ title, act, close }: SignSheet) {
  const { say } = useLanguage();
  const [recorded, setRecorded] = useState<RecordedRuleAct | null>(null);
  const prepared = useQuery({
    queryKey: ["prepared", act],
    queryFn: () => registry.prepare(act),
    enabled: recorded === null,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (recorded !== null) return <RecordedSheet recorded={recorded} close={close} />;
  return (
    <Sheet title={title} close={close}>
      <p>{say(words.sheetLead)}</p>
      <ForQuery query={prepared}>
        {(known) => <Confirm act={act} prepared={known} done={setRecorded} />}
      </ForQuery>
    </Sheet>
  );
}

type Confirm = { act: RuleAct; prepared: PreparedAct; done: (recorded: RecordedRuleAct) => void };

function Confirm({ act, prepared, done }: Confirm) {
  const { say } = useLanguage();
  const [isChecked, setChecked] = useState(false);
  const sign = useAct({
    run: async () => {
      const { hash } = prepared;
      const { options } = await accounts.beginSignature(hash);
      const assertion = await assertPasskey(options);
      return registry.act({ act, signed: { hash, assertion } });
    },
    // The page behind is asked again when the sheet closes: it may no longer offer this act.
    changes: [],
    done,
  });
  return (
    <>
      <Statement prepared={prepared} />
      <Checkbox checked={isChecked} onChange={({ target }) => setChecked(target.checked)}>
        {say(words.checked)}
      </Checkbox>
      <ErrorNotice error={sign.error} />
      <div className="acts">
        <Button
          type="primary"
          disabled={!isChecked}
          onClick={() => sign.mutate()}
          loading={sign.isPending}
        >
          {say(words.sign)}
        </Button>
      </div>
    </>
  );
}

type RecordedSheet = { recorded: RecordedRuleAct; close: () => void };

function RecordedSheet({ recorded, close }: RecordedSheet) {
  const { say } = useLanguage();
  const client = useQueryClient();
  const go = useGo();
  const { institution, rule, version } = recorded;
  const publicAddress = `/api/v1/rules/registered/${institution}/${rule}`;
  const isPublic = ["published", "superseded", "cancelled"].includes(recorded.state);
  const end = () => {
    close();
    void client.invalidateQueries({ queryKey: REGISTRY_KEY });
  };
  const open = () => {
    end();
    go(versionPath(recorded));
  };
  return (
    <Sheet title={say(words.done)} close={end}>
      <p role="status">
        <strong>{say(words.position(recorded.index))}</strong>
        {" · "}
        {say(words.at)} {beijingMinute(recorded.recordedAt)}
      </p>
      <div className="acts">
        <Button onClick={open}>{say(words.openRule)}</Button>
        {isPublic && (
          <>
            <a href={`${publicAddress}/versions/${version}`} target="_blank" rel="noopener">
              {say(words.publicPage)}
            </a>
            <a href={`${publicAddress}/proof`} download>
              {say(words.proof)}
            </a>
          </>
        )}
      </div>
    </Sheet>
  );
}
