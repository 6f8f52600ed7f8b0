/** @jsxImportSource react */
import type { ImportRunRow } from "@suzheng/api-contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { beijingMinute } from "../../portal/dates/dates.ts";
import { useLanguage } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { Empty, ForQuery } from "../shell/notices.tsx";
import { words as shellWords } from "../shell/words.ts";
import { grouped, isOver, POLL_MS, REPORTS_KEY, reports } from "./reports-api.ts";
import { runStates, words } from "./words.ts";

/** Every run of the institution, with who handed in. */
export function EarlierRuns() {
  const { say } = useLanguage();
  const query = useInfiniteQuery({
    queryKey: [...REPORTS_KEY, "runs"],
    queryFn: ({ pageParam }) => reports.runs(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { data } }) => {
      const isUnderWay = data?.pages.some(({ items }) => !items.every(isOver)) ?? false;
      return isUnderWay && POLL_MS;
    },
  });
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{say(words.earlier)}</h2>
      <ForQuery query={query}>
        {({ pages }) => <RunRows runs={pages.flatMap(({ items }) => items)} />}
      </ForQuery>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {say(shellWords.more)}
        </Button>
      )}
    </section>
  );
}

function RunRows({ runs }: { runs: readonly ImportRunRow[] }) {
  const { say } = useLanguage();
  if (runs.length === 0) return <Empty title={say(words.none)} way={say(words.noneWay)} />;
  return (
    <ul className="rows" aria-label={say(words.earlier)}>
      {runs.map((run) => (
        <RunRow key={run.id} run={run} />
      ))}
    </ul>
  );
}

function RunRow({ run }: { run: ImportRunRow }) {
  const { say } = useLanguage();
  const { summary, submitter, dryRun, state, files } = run;
  const when = beijingMinute(run.startedAt);
  const [kind, id = ""] = submitter.split(":");
  const who =
    kind === "token" ? `${say(words.byToken)} ${id}` : (run.person ?? say(words.nameless));
  return (
    <li>
      <div className="row-main">
        <span>
          <span className="number">{when}</span> · {who}{" "}
          <Tag>{say(dryRun ? words.dry : words.real)}</Tag>
          {state !== "finished" && <Tag>{say(runStates[state])}</Tag>}
        </span>
        <span className="small run-chosen">{files.join(" · ")}</span>
        <span className="small">
          {say(dryRun ? words.wouldRecord : words.recorded)} {grouped(summary.recorded)} ·{" "}
          {say(words.unchanged)} {grouped(summary.unchanged)} · {say(words.rejected)}{" "}
          {grouped(summary.rejected)}
        </span>
      </div>
      <Go to="/reports" search={{ run: run.id }}>
        {say(words.show)} <span className="unseen">{when}</span>
      </Go>
    </li>
  );
}
