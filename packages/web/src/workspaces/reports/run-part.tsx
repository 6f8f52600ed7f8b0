/** @jsxImportSource react */
import type { ImportRun } from "@suzheng/api-contract";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { oneLanguage } from "../../portal/upload/one-language.ts";
import { useLanguage } from "../language/use-language.tsx";
import { ForQuery } from "../shell/notices.tsx";
import { RecordButton } from "./record-button.tsx";
import { RejectedPart } from "./rejected-part.tsx";
import { grouped, isOver, POLL_MS, REPORTS_KEY, reports } from "./reports-api.ts";
import { runStates, words } from "./words.ts";

type RunPart = {
  id: string;
  /** Of the institution. */
  name: string;
  /** Null when the files are no longer at hand. */
  record: (() => void) | null;
  another: () => void;
};

/** Where a report stands, what came of it, and what to do next. */
export function RunPart({ id, ...rest }: RunPart) {
  const query = useQuery({
    queryKey: [...REPORTS_KEY, "run", id],
    queryFn: () => reports.run(id),
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : POLL_MS),
  });
  return <ForQuery query={query}>{(run) => <Run run={run} {...rest} />}</ForQuery>;
}

function Run({ run, name, record, another }: Omit<RunPart, "id"> & { run: ImportRun }) {
  const { say, language } = useLanguage();
  const mayRecord = run.dryRun && run.state === "finished" && run.summary.recorded > 0;
  return (
    <section className="run stack" aria-labelledby="run">
      <h2 id="run">{say(words.run)}</h2>
      <p role="status">{say(runStates[run.state])}</p>
      <p className="small run-chosen">{run.files.join(" · ")}</p>
      {!isOver(run) && (
        <progress
          max={Math.max(1, run.bytesTotal)}
          value={run.bytesDone}
          aria-label={say(words.progress)}
        />
      )}
      <Counts run={run} />
      {run.dryRun && isOver(run) && <p>{say(words.tried)}</p>}
      {run.state === "interrupted" && <p>{say(words.interrupted)}</p>}
      {run.problem !== null && (
        <p className="notice" role="alert">
          {oneLanguage(run.problem.message, language)}{" "}
          <span className="small">{run.problem.code}</span>
        </p>
      )}
      <RejectedPart run={run} />
      <div className="acts">
        {mayRecord && record !== null && <RecordButton run={run} name={name} confirmed={record} />}
        {isOver(run) && <Button onClick={another}>{say(words.another)}</Button>}
      </div>
      {mayRecord && record === null && <p className="small">{say(words.chooseAgain)}</p>}
    </section>
  );
}

function Counts({ run: { summary, dryRun } }: { run: ImportRun }) {
  const { say } = useLanguage();
  const counts = [
    [words.rows, summary.rows],
    [dryRun ? words.wouldRecord : words.recorded, summary.recorded],
    [words.unchanged, summary.unchanged],
    [words.rejected, summary.rejected],
  ] as const;
  return (
    <dl className="counts">
      {counts.map(([label, count]) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd>{grouped(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
