import type { ImportRun } from "@suzheng/api-contract";
import { useWords } from "../language/use-language.tsx";
import { Icon } from "../shell/icon.tsx";
import { oneLanguage } from "./one-language.ts";
import { RejectedRows } from "./rejected-rows.tsx";
import { isOver } from "./use-import-run.ts";

const grouped = (count: number) => count.toLocaleString("en");

function Progress(props: { run: ImportRun }) {
  const { t } = useWords();
  const { run } = props;
  const words = t.upload.progress(grouped(run.bytesDone), t.upload.bytes(grouped(run.bytesTotal)));
  return (
    <div>
      <progress
        max={Math.max(1, run.bytesTotal)}
        value={run.bytesDone}
        aria-label={t.upload.state[run.state]}
      />
      <p class="small">{words}</p>
    </div>
  );
}

function Counts(props: { run: ImportRun }) {
  const { t } = useWords();
  const { summary, dryRun } = props.run;
  const counts: [string, number][] = [
    [t.upload.rows, summary.rows],
    [dryRun ? t.upload.wouldRecord : t.upload.recorded, summary.recorded],
    [t.upload.unchanged, summary.unchanged],
    [t.upload.rejected, summary.rejected],
  ];
  return (
    <dl class="numbers">
      {counts.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{grouped(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Conclusion(props: { run: ImportRun }) {
  const { t } = useWords();
  const { run } = props;
  if (run.state === "interrupted") return <p>{t.upload.interruptedHint}</p>;
  if (run.state !== "finished") return null;
  const { rows, rejected } = run.summary;
  return (
    <p>
      <Icon name={rejected > 0 ? "alert" : "check"} />{" "}
      {rejected > 0 ? t.upload.doneRejected(grouped(rejected)) : t.upload.doneClean(grouped(rows))}{" "}
      {run.dryRun && t.upload.dryDone}
    </p>
  );
}

type RunReportProps = {
  run: ImportRun;
  token: string;
  /** Given when the same files can be recorded now. */
  onRecord: (() => void) | null;
  onAnother: () => void;
};

/** Where an import stands, and at its end what to mend. */
export function RunReport(props: RunReportProps) {
  const { t, language } = useWords();
  const { run } = props;
  const clean = run.state === "finished" && run.dryRun && run.summary.rejected === 0;
  return (
    <section aria-labelledby="run-title" class="run">
      <h2 id="run-title">
        <span role="status">{t.upload.state[run.state]}</span>
      </h2>
      {!isOver(run) && <Progress run={run} />}
      <Counts run={run} />
      <Conclusion run={run} />
      {run.problem && (
        <p class="refused" role="alert">
          <Icon name="alert" size={16} /> {oneLanguage(run.problem.message, language)}{" "}
          <span class="small">
            {t.shell.code} {run.problem.code}
          </span>
        </p>
      )}
      <RejectedRows run={run} token={props.token} />
      {isOver(run) && (
        <p class="actions">
          {clean && props.onRecord && (
            <button type="button" class="button" onClick={props.onRecord}>
              {t.upload.nowRecord}
            </button>
          )}
          <button type="button" class="button button-quiet" onClick={props.onAnother}>
            {t.upload.another}
          </button>
        </p>
      )}
      <p class="small">
        {t.upload.runNumber} <code>{run.id}</code>
      </p>
    </section>
  );
}
