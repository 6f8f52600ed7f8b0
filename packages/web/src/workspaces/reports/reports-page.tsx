/** @jsxImportSource react */
import { useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useSession } from "../api/session.ts";
import { useLanguage } from "../language/use-language.tsx";
import { useGo } from "../shell/go.tsx";
import { Empty, ErrorNotice } from "../shell/notices.tsx";
import { Page } from "../shell/page.tsx";
import { EarlierRuns } from "./earlier-runs.tsx";
import { FileChoice } from "./file-choice.tsx";
import { RunPart } from "./run-part.tsx";
import { useSending } from "./use-sending.ts";
import { words } from "./words.ts";

export function ReportsPage() {
  const { say } = useLanguage();
  const { data: session } = useSession();
  const isBody = session?.actingFor?.kind === "certification-body";
  return (
    <Page title={words.title} lead={say(words.lead)}>
      {isBody ? (
        <Reporting name={session?.actingFor?.name ?? ""} />
      ) : (
        <Empty title={say(words.bodiesOnly)} way={say(words.bodiesOnlyWay)} />
      )}
    </Page>
  );
}

/** Choose, try, look, record: the files stay chosen until other ones are. */
function Reporting({ name }: { name: string }) {
  const { say } = useLanguage();
  const go = useGo();
  const { run } = useSearch({ strict: false }) as { run?: string };
  const [files, setFiles] = useState<File[]>([]);
  const sending = useSending((id) => go("/reports", { run: id }));
  const choose = (chosen: File[]) => {
    setFiles(chosen);
    if (run !== undefined) go("/reports");
  };
  const record = files.length === 0 ? null : () => void sending.send({ files, dryRun: false });
  return (
    <>
      {run === undefined && sending.percent === null && (
        <FileChoice
          files={files}
          choose={setFiles}
          tryOut={() => void sending.send({ files, dryRun: true })}
        />
      )}
      {sending.percent !== null && (
        <section className="run">
          <progress max={100} value={sending.percent} aria-label={say(words.progress)} />
          <p role="status">{say(words.sending(sending.percent))}</p>
          <Button onClick={sending.stop}>{say(words.stop)}</Button>
        </section>
      )}
      {sending.isStopped && <p role="status">{say(words.stopped)}</p>}
      <ErrorNotice error={sending.error} />
      {run !== undefined && sending.percent === null && (
        <RunPart id={run} name={name} record={record} another={() => choose([])} />
      )}
      <EarlierRuns />
    </>
  );
}
