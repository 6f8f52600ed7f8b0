/** @jsxImportSource react */
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ErrorNotice } from "../shell/notices.tsx";
import { parametersOf } from "./parameters-of.ts";
import { WHAT_IF_KEY, whatIf } from "./what-if-api.ts";
import { words } from "./words.ts";

export function WhatIfForm() {
  const { say } = useLanguage();
  const id = useId();
  const [rule, setRule] = useState("cnca-qms-01");
  const [version, setVersion] = useState("2025");
  const [since, setSince] = useState("2024-01-01");
  const [parameters, setParameters] = useState("");
  const begin = useAct({
    run: () => whatIf.begin({ rule, version, since, parameters: parametersOf(parameters) }),
    changes: [WHAT_IF_KEY],
  });
  return (
    <form
      className="add-form"
      aria-label={say(words.begin)}
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <label htmlFor={`${id}rule`}>{say(words.rule)}</label>
      <Input id={`${id}rule`} value={rule} onChange={(e) => setRule(e.target.value.trim())} />
      <label htmlFor={`${id}version`}>{say(words.version)}</label>
      <Input
        id={`${id}version`}
        value={version}
        onChange={(e) => setVersion(e.target.value.trim())}
      />
      <label htmlFor={`${id}since`}>{say(words.since)}</label>
      <Input
        id={`${id}since`}
        type="date"
        value={since}
        onChange={(e) => setSince(e.target.value)}
      />
      <label htmlFor={`${id}parameters`}>{say(words.parameters)}</label>
      <Input.TextArea
        id={`${id}parameters`}
        rows={3}
        value={parameters}
        onChange={(e) => setParameters(e.target.value)}
      />
      <ErrorNotice error={begin.error} />
      <div className="acts">
        <Button type="primary" htmlType="submit" loading={begin.isPending}>
          {say(words.begin)}
        </Button>
      </div>
    </form>
  );
}
