/** @jsxImportSource react */
import type { PreparedAct, RecordedRuleAct, RuleAct } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { accounts } from "../api/accounts.ts";
import { assertPasskey } from "../api/passkey.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { REGISTRY_KEY, registry } from "../rules/registry-api.ts";
import { versionPath } from "../rules/version-path.ts";
import { Go } from "../shell/go.tsx";
import { ErrorNotice, ForQuery } from "../shell/notices.tsx";
import { Sheet } from "../shell/sheet.tsx";
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
  if (recorded !== null) {
    return (
      <Sheet title={say(words.done)} close={close}>
        <Recorded recorded={recorded} />
      </Sheet>
    );
  }
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
    changes: [REGISTRY_KEY],
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

function Recorded({ recorded }: { recorded: RecordedRuleAct }) {
  const { say } = useLanguage();
  const isPublic = ["published", "superseded", "cancelled"].includes(recorded.state);
  const { institution, rule, version } = recorded;
  return (
    <div role="status" className="stack">
      <p>
        <strong>{say(words.position(recorded.index))}</strong>
        {" · "}
        {say(words.at)} {beijingMinute(recorded.recordedAt)}
      </p>
      <div className="acts">
        <Go to={versionPath(recorded)}>{say(words.openRule)}</Go>
        {isPublic && (
          <a href={`/rules/${institution}/${rule}/${version}`} target="_blank" rel="noopener">
            {say(words.publicPage)}
          </a>
        )}
      </div>
    </div>
  );
}
