/** @jsxImportSource react */
import type { WhatIfProgress } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { useLanguage } from "../language/use-language.tsx";
import { placeNames } from "../obligations/place-names.ts";
import { Go } from "../shell/go.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { SubjectLine } from "./result/subject-line.tsx";
import { isUnderWay, LOOK_AGAIN_MS, RunProgress } from "./run-progress.tsx";
import { RUNS_KEY, runPath, whatIf } from "./what-if-api.ts";
import { WhatIfForm } from "./what-if-form.tsx";
import { words } from "./words.ts";

export function WhatIfPage() {
  const { say } = useLanguage();
  const query = useQuery({
    queryKey: RUNS_KEY,
    queryFn: whatIf.runs,
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? LOOK_AGAIN_MS : false),
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
        <li key={run.id}>
          <div className="row-main">
            <span>
              <Go to={runPath(run.id)}>
                <SubjectLine subject={run.subject} />
              </Go>
            </span>
            <span className="small">
              {say(words.sinceDay(run.since))} · {say(words.begunAt)} {beijingMinute(run.startedAt)}
            </span>
            <RunProgress run={run} />
          </div>
        </li>
      ))}
    </ul>
  );
}
