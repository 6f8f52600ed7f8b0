/** @jsxImportSource react */
import type { WhatIfProgress, WhatIfResult } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { useLanguage } from "../language/use-language.tsx";
import { placeNames } from "../obligations/place-names.ts";
import { Go } from "../shell/go.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { BodiesResult } from "./result/bodies-result.tsx";
import { CasesResult } from "./result/cases-result.tsx";
import { RequirementsResult } from "./result/requirements-result.tsx";
import { BaseLink, SubjectLink } from "./result/rule-links.tsx";
import { isUnderWay, LOOK_AGAIN_MS, RunProgress } from "./run-progress.tsx";
import { runKey, WHAT_IF_KEY, whatIf } from "./what-if-api.ts";
import { stateNames, words } from "./words.ts";

/** One try on the past: how far it is, and once it has stopped what it found. */
export function RunPage() {
  const { run = "" } = useParams({ strict: false }) as { run?: string };
  const query = useQuery({
    queryKey: runKey(run),
    queryFn: () => whatIf.run(run),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isUnderWay(state.data) ? LOOK_AGAIN_MS : false,
  });
  return <ForQuery query={query}>{(known) => <Known run={known} />}</ForQuery>;
}

function Known({ run }: { run: WhatIfProgress }) {
  const { say } = useLanguage();
  return (
    <Page title={words.result} lead={say(words.nothingRecorded)} acts={<ToRuns />}>
      <About run={run} />
      <section aria-labelledby="progress">
        <h2 id="progress">{say(words.progress)}</h2>
        <RunProgress run={run} />
        <p className="unseen" role="status">
          {say(stateNames[run.state])}
        </p>
      </section>
      {!isUnderWay(run) && <Found run={run} />}
    </Page>
  );
}

function ToRuns() {
  const { say } = useLanguage();
  return <Go to="/what-if">{say(placeNames.whatIf)}</Go>;
}

function About({ run }: { run: WhatIfProgress }) {
  const { say } = useLanguage();
  const { subject, base, since, startedAt } = run;
  return (
    <dl className="facts">
      <div>
        <dt>{say(words.subject)}</dt>
        <dd>
          <SubjectLink subject={subject} />
        </dd>
      </div>
      <div>
        <dt>{say(words.base)}</dt>
        <dd>
          <BaseLink base={base} />
        </dd>
      </div>
      <div>
        <dt>{say(words.since)}</dt>
        <dd>
          <time dateTime={since}>{since}</time>
        </dd>
      </div>
      <div>
        <dt>{say(words.begunAt)}</dt>
        <dd>{beijingMinute(startedAt)}</dd>
      </div>
    </dl>
  );
}

function Found({ run }: { run: WhatIfProgress }) {
  const query = useQuery({
    // A run that went on has found more.
    queryKey: [...WHAT_IF_KEY, "result", run.id, run.read],
    queryFn: () => whatIf.result(run.id),
  });
  return <ForQuery query={query}>{(result) => <FoundSoFar result={result} />}</ForQuery>;
}

function FoundSoFar({ result }: { result: WhatIfResult }) {
  const { say } = useLanguage();
  const { state, contradicted, flipped, tried } = result;
  return (
    <>
      {state !== "finished" && <p className="note">{say(words.soFar)}</p>}
      <RequirementsResult result={result} />
      {contradicted > 0 && <p className="note">{say(words.contradicted(contradicted))}</p>}
      {flipped === 0 ? (
        <Empty
          title={say(words.nothing)}
          way={say(tried === 0 ? words.nothingTried : words.nothingWay)}
        />
      ) : (
        <>
          <BodiesResult {...result} />
          <CasesResult result={result} />
        </>
      )}
    </>
  );
}
