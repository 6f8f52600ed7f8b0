/** @jsxImportSource react */
import type { WhatIfAsk, WhatIfChoices } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Button, Input, Radio } from "antd";
import { useId, useState } from "react";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { useGo } from "../shell/go.tsx";
import { ForQuery } from "../shell/notices.tsx";
import { BodiesPart } from "./bodies-part.tsx";
import { changedParameters } from "./changed-parameters.ts";
import { DraftPart } from "./draft-part.tsx";
import { ParametersPart } from "./parameters-part.tsx";
import { RefusedTry } from "./refused-try.tsx";
import { basesOf, type Part, type Typed } from "./typed-try.ts";
import { RUNS_KEY, runPath, WHAT_IF_KEY, whatIf } from "./what-if-api.ts";
import { words } from "./words.ts";

const AT_FIRST: Typed = {
  kind: "parameters",
  pack: 0,
  parameters: {},
  draft: 0,
  filed: 0,
  base: 0,
  since: "2024-01-01",
  institutions: [],
};

export function WhatIfForm() {
  const query = useQuery({ queryKey: [...WHAT_IF_KEY, "choices"], queryFn: whatIf.choices });
  return <ForQuery query={query}>{(choices) => <Form choices={choices} />}</ForQuery>;
}

/** The draft that the address names, or the pack with most parameters: there is most to try. */
function firstTyped({ packs, drafts }: WhatIfChoices, named: string | undefined): Typed {
  const sizes = packs.map(({ parameters }) => parameters.length);
  const typed = { ...AT_FIRST, pack: Math.max(0, sizes.indexOf(Math.max(...sizes))) };
  const draft = drafts.findIndex(({ rule }) => rule === named);
  return draft < 0 ? typed : { ...typed, kind: "draft", draft };
}

function Form({ choices }: { choices: WhatIfChoices }) {
  const { say } = useLanguage();
  const go = useGo();
  const { draft } = useSearch({ strict: false }) as { draft?: string };
  const [typed, setTyped] = useState(() => firstTyped(choices, draft));
  const asked = askOf(choices, typed);
  const begin = useAct({
    run: (body: WhatIfAsk) => whatIf.begin(body),
    changes: [RUNS_KEY],
    done: ({ id }) => go(runPath(id)),
  });
  const change = (part: Partial<Typed>) => {
    begin.reset();
    setTyped({ ...typed, ...part });
  };
  const part = { choices, typed, change };
  return (
    <form
      className="what-if-form"
      aria-label={say(words.begin)}
      onSubmit={(event) => {
        event.preventDefault();
        if (asked !== null) begin.mutate(asked);
      }}
    >
      <SubjectKind {...part} />
      {typed.kind === "parameters" ? <ParametersPart {...part} /> : <DraftPart {...part} />}
      <Since {...part} />
      <BodiesPart {...part} />
      <RefusedTry error={begin.error} />
      <div className="acts">
        <Button
          type="primary"
          htmlType="submit"
          disabled={asked === null}
          loading={begin.isPending}
        >
          {say(words.begin)}
        </Button>
        {asked === null && <span className="small">{say(words.nothingToTry)}</span>}
      </div>
    </form>
  );
}

function SubjectKind({ typed, change, choices }: Part) {
  const { say } = useLanguage();
  const kinds = ["parameters", "draft", "filed"] as const;
  const shown = kinds.filter((kind) => kind !== "filed" || choices.filed.length > 0);
  return (
    <fieldset className="means">
      <legend>{say(words.subject)}</legend>
      <Radio.Group
        value={typed.kind}
        options={shown.map((kind) => ({ value: kind, label: say(words.subjects[kind]) }))}
        onChange={({ target }) => change({ kind: target.value as Typed["kind"], base: 0 })}
      />
    </fieldset>
  );
}

function Since({ typed, change }: Part) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{say(words.since)}</label>
      <Input
        id={id}
        type="date"
        className="what-if-date"
        value={typed.since}
        onChange={({ target }) => change({ since: target.value })}
      />
    </div>
  );
}

/** Null while there is nothing to try. */
function askOf(choices: WhatIfChoices, typed: Typed): WhatIfAsk | null {
  const { since, institutions } = typed;
  if (since === "") return null;
  const scope = institutions.length === 0 ? { since } : { since, institutions: [...institutions] };
  const pack = choices.packs[typed.pack];
  if (typed.kind === "parameters") {
    if (pack === undefined) return null;
    const { values, unreadable } = changedParameters(pack.parameters, typed.parameters);
    if (unreadable.length > 0 || Object.keys(values).length === 0) return null;
    const { id: rule, version } = pack;
    return { ...scope, subject: { kind: "parameters", rule, version, parameters: values } };
  }
  const base = basesOf(choices)[typed.base]?.base ?? { kind: "none" as const };
  if (typed.kind === "filed") {
    const filed = choices.filed[typed.filed];
    if (filed === undefined) return null;
    const { institution, rule, version } = filed;
    return { ...scope, base, subject: { kind: "filed", institution, rule, version } };
  }
  const draft = choices.drafts[typed.draft];
  if (draft === undefined || !draft.isExecutable) return null;
  return { ...scope, base, subject: { kind: "draft", rule: draft.rule } };
}
