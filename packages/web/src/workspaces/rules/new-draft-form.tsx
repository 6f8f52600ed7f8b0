/** @jsxImportSource react */
import { EMPTY_RULE_CONTENT, RuleId } from "@suzheng/api-contract";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useSession } from "../api/session.ts";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { useGo } from "../shell/go.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { REGISTRY_KEY, registry } from "./registry-api.ts";
import { draftPath } from "./version-path.ts";
import { words } from "./words.ts";

export function NewDraftForm() {
  const { say } = useLanguage();
  const go = useGo();
  const field = useId();
  const { data: session } = useSession();
  const [rule, setRule] = useState("");
  const [title, setTitle] = useState("");
  const create = useAct({
    run: () => {
      const issuer = session?.actingFor?.name ?? "";
      const content = { ...EMPTY_RULE_CONTENT, issuer, title: { zh: title.trim(), en: "" } };
      return registry.create({ rule, content });
    },
    changes: [REGISTRY_KEY],
    done: () => go(draftPath(rule)),
  });
  const isComplete = RuleId.safeParse(rule).success && rule !== "" && title.trim() !== "";
  return (
    <form
      className="add-form"
      aria-label={say(words.newDraft)}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <h3>{say(words.newDraft)}</h3>
      <label htmlFor={`${field}title`}>{say(words.ruleTitle)}</label>
      <Input id={`${field}title`} value={title} onChange={(e) => setTitle(e.target.value)} />
      <label htmlFor={`${field}rule`}>{say(words.ruleId)}</label>
      <Input
        id={`${field}rule`}
        aria-describedby={`${field}hint`}
        value={rule}
        spellCheck={false}
        maxLength={60}
        onChange={({ target }) => setRule(target.value.trim().toLowerCase())}
      />
      <p id={`${field}hint`} className="small">
        {say(words.ruleIdHint)}
      </p>
      <ErrorNotice error={create.error} />
      <div className="acts">
        <Button type="primary" htmlType="submit" disabled={!isComplete} loading={create.isPending}>
          {say(words.create)}
        </Button>
      </div>
    </form>
  );
}
