import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { inLanguage } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { ProblemNotice, Skeleton, Unreachable } from "../shell/states.tsx";
import { usePageTitle } from "../shell/use-page.ts";
import { RunReport } from "./run-report.tsx";
import { type Sending, type Sent, sendFiles } from "./send-files.ts";
import { keepToken, keptToken } from "./token.ts";
import { UploadForm, type UploadOrder } from "./upload-form.tsx";
import { useImportRun } from "./use-import-run.ts";

/** Sending, with its progress in percent; null when nothing is on its way. */
function useSending(token: string, onAccepted: (id: string) => void) {
  const [percent, setPercent] = useState<number | null>(null);
  const [failed, setFailed] = useState<Exclude<Sent, { state: "accepted" }> | null>(null);
  const sending = useRef<Sending | null>(null);
  const send = async (order: UploadOrder) => {
    setFailed(null);
    setPercent(0);
    sending.current = sendFiles({ ...order, token, onProgress: setPercent });
    const sent = await sending.current.done;
    setPercent(null);
    if (sent.state === "accepted") onAccepted(sent.run.id);
    else setFailed(sent);
  };
  return { percent, failed, send, stop: () => sending.current?.stop() };
}

function Failed(props: { sent: Exclude<Sent, { state: "accepted" }>; retry: () => void }) {
  const { t } = useWords();
  switch (props.sent.state) {
    case "problem": {
      const denied = props.sent.problem.status === 401 || props.sent.problem.status === 403;
      return (
        <ProblemNotice problem={props.sent.problem}>
          {denied && <p>{t.upload.unauthorised}</p>}
        </ProblemNotice>
      );
    }
    case "unreachable":
      return <Unreachable retry={props.retry} />;
    case "stopped":
      return <p role="status">{t.upload.stopped}</p>;
  }
}

export function UploadPage() {
  const { t, language } = useWords();
  const { query, route } = useLocation();
  const [token, setToken] = useState(keptToken);
  const [files, setFiles] = useState<File[]>([]);
  const lastOrder = useRef<UploadOrder | null>(null);
  const openRun = (id: string | null) =>
    route(inLanguage(id ? `/upload?run=${encodeURIComponent(id)}` : "/upload", language));
  const { percent, failed, send, stop } = useSending(token, openRun);
  const run = useImportRun(query.run ?? null, token);
  usePageTitle(t.upload.title);
  const start = (order: UploadOrder) => {
    lastOrder.current = order;
    void send(order);
  };
  const again = (change: Partial<UploadOrder>) => {
    if (lastOrder.current) start({ ...lastOrder.current, ...change });
  };
  return (
    <div class="narrow page">
      <h1>{t.upload.title}</h1>
      <p class="lead">{t.upload.lead}</p>
      {percent !== null && (
        <div class="sending">
          <progress max={100} value={percent} aria-label={t.upload.sending(percent)} />
          <p role="status">{t.upload.sending(percent)}</p>
          <button type="button" class="button button-quiet" onClick={stop}>
            {t.upload.stop}
          </button>
        </div>
      )}
      {failed && <Failed sent={failed} retry={() => again({})} />}
      {!query.run && percent === null && (
        <UploadForm
          token={token}
          onToken={(typed) => {
            setToken(typed);
            keepToken(typed);
          }}
          files={files}
          onFiles={setFiles}
          onSend={start}
        />
      )}
      {query.run && run === null && <Skeleton lines={4} />}
      {run?.state === "problem" && <ProblemNotice problem={run.problem} />}
      {run?.state === "unreachable" && <p role="status">{t.shell.unreachableTitle}</p>}
      {run?.state === "ready" && (
        <RunReport
          run={run.value}
          token={token}
          onRecord={lastOrder.current ? () => again({ dryRun: false }) : null}
          onAnother={() => {
            setFiles([]);
            openRun(null);
          }}
        />
      )}
    </div>
  );
}
