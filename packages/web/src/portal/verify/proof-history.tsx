import { pagePaths } from "../api/paths.ts";
import { beijingMinute } from "../dates/dates.ts";
import { Recorded } from "../language/told-text.tsx";
import { useWords } from "../language/use-language.tsx";
import { Go } from "../shell/go.tsx";
import { FactTable } from "../trace/fact-table.tsx";
import { verbOf } from "../trace/read-act.ts";
import type { ProofReport } from "./check-proof.ts";
import type { ClaimedHistory, ClaimedStream } from "./read-bundle.ts";

function Stream(props: { stream: ClaimedStream }) {
  const { t } = useWords();
  const { log, stream, events } = props.stream;
  return (
    <section class="cycle">
      <h3>
        <span class="code">{stream}</span>{" "}
        <span class="small">
          {log} · {events.length > 0 ? t.verify.entries(events.length) : t.verify.absent}
        </span>
      </h3>
      <ol class="timeline">
        {events.map((event, place) => (
          <li class="line" key={event.index}>
            <p class="line-when">{event.occurredOn}</p>
            <p class="line-verb">
              {t.verbs[verbOf(event, events[place + 1] ?? null)]}
              <span class="line-count">
                {" · "}
                {t.trace.logPosition(event.index.toLocaleString("en"))} ·{" "}
                <span class="nowrap">{beijingMinute(event.recordedAt)}</span>
              </span>
            </p>
            <details class="more">
              <summary>{t.trace.submittedFields}</summary>
              <FactTable facts={event.data} label={t.trace.submittedFields} />
              <p class="small label">{t.verify.raw}</p>
              <pre>
                <code>
                  <Recorded text={event.raw} />
                </code>
              </pre>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The history inside a proof, with plain words on whether it is proven and up to when. */
export function ProofHistory(props: { history: ClaimedHistory; report: ProofReport }) {
  const { t } = useWords();
  const { history, report } = props;
  const proven = report.outcome === "valid";
  return (
    <>
      <section aria-labelledby="currency-title">
        <h2 id="currency-title">{t.verify.currency}</h2>
        {proven && report.provenUpTo ? (
          <>
            <p>{t.verify.currencyText(beijingMinute(report.provenUpTo))}</p>
            <p class="small">{t.verify.currencyLater}</p>
          </>
        ) : (
          <p class="absent">{t.verify.currencyNot}</p>
        )}
      </section>
      <section aria-labelledby="history-title">
        <h2 id="history-title">{t.verify.history}</h2>
        {!proven && <p class="absent">{t.verify.historyUnproven}</p>}
        {history.number && (
          <p>
            {t.verify.subject}{" "}
            <Go to={pagePaths.certificate(history.number)} class="number">
              {history.number}
            </Go>
          </p>
        )}
        {history.streams.map((stream) => (
          <Stream key={`${stream.log} ${stream.stream}`} stream={stream} />
        ))}
      </section>
    </>
  );
}
