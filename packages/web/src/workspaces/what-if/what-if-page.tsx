/** @jsxImportSource react */
import type { WhatIfProgress } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { Button, Progress, Tag } from "antd";
import { useState } from "react";
import { useAct } from "../api/use-act.ts";
import { useLanguage } from "../language/use-language.tsx";
import { placeNames } from "../obligations/place-names.ts";
import { Empty, ErrorNotice, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { WHAT_IF_KEY, whatIf } from "./what-if-api.ts";
import { WhatIfForm } from "./what-if-form.tsx";
import { WhatIfFound } from "./what-if-found.tsx";
import { stateNames, words } from "./words.ts";

const LOOK_AGAIN_MS = 1000;

export function WhatIfPage() {
  const { say } = useLanguage();
  const query = useQuery({
    queryKey: [...WHAT_IF_KEY, "runs"],
    queryFn: whatIf.runs,
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => run.state === "running") ? LOOK_AGAIN_MS : false,
  });
  return (
    <Page title={placeNames.whatIf} lead={say(words.lead)}>
      <WhatIfForm />
      <section aria-labelledby="runs">
        <h2 id="runs">{say(words.runs)}</h2>
        <ForQuery query={query}>{({ items }) => <Runs runs={items} />}</ForQuery>
      </section>
    </Page>
  );
}

function Runs({ runs }: { runs: readonly WhatIfProgress[] }) {
  const { say } = useLanguage();
  if (runs.length === 0) return <Empty title={say(words.none)} way={say(words.noneWay)} />;
  return (
    <ul className="rows" aria-label={say(words.runs)}>
      {runs.map((run) => (
        <Run key={run.id} run={run} />
      ))}
    </ul>
  );
}

function Run({ run }: { run: WhatIfProgress }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { id, state, since, read, entriesTotal, tried, flipped } = run;
  const cancel = useAct({ run: () => whatIf.cancel(id), changes: [WHAT_IF_KEY] });
  const resume = useAct({ run: () => whatIf.resume(id), changes: [WHAT_IF_KEY] });
  const percent = Math.floor((100 * read) / Math.max(1, entriesTotal));
  return (
    <li>
      <div className="row-main">
        <span>
          <Tag>{say(stateNames[state])}</Tag> {say(words.since)} {since}
        </span>
        {state === "running" && <Progress percent={percent} aria-label={say(words.runs)} />}
        <span className="small">
          {say(words.read)} {read}/{entriesTotal} · {say(words.tried)} {tried} ·{" "}
          {say(words.flipped)} {flipped}
        </span>
        <ErrorNotice error={cancel.error ?? resume.error} />
        {isOpen && <WhatIfFound id={id} />}
      </div>
      <div className="acts">
        {state === "running" && (
          <Button onClick={() => cancel.mutate()}>{say(words.cancel)}</Button>
        )}
        {(state === "cancelled" || state === "failed") && (
          <Button onClick={() => resume.mutate()}>{say(words.resume)}</Button>
        )}
        {state !== "running" && !isOpen && (
          <Button onClick={() => setOpen(true)}>{say(words.result)}</Button>
        )}
      </div>
    </li>
  );
}
