import type { Trace } from "@suzheng/api-contract";
import { useEffect } from "preact/hooks";
import { useRoute } from "preact-iso";
import { apiPaths } from "../api/paths.ts";
import { useAnswer } from "../api/use-answer.ts";
import { beijingDate } from "../dates/dates.ts";
import { useWords } from "../language/use-language.tsx";
import { rememberLookup } from "../search/recent-lookups.ts";
import { Icon } from "../shell/icon.tsx";
import { Skeleton, StaleNote, Unreachable } from "../shell/states.tsx";
import { usePageTitle } from "../shell/use-page.ts";
import { traceOn } from "../trace/trace-on.ts";
import { TraceSection } from "../trace/trace-section.tsx";
import { ActionsSection } from "./actions-section.tsx";
import { AnswersSection } from "./answers-section.tsx";
import { useAskedDay } from "./asked-day.ts";
import { CoversSection } from "./covers-section.tsx";
import { MissingCertificate } from "./missing-certificate.tsx";
import { ProofChip } from "./proof-chip.tsx";
import { ProofPanel, useCertificateProof } from "./proof-panel.tsx";
import { RulesSection } from "./rules-section.tsx";
import { VerdictBand } from "./verdict-band.tsx";

export function CertificatePage() {
  const number = useRoute().params.number ?? "";
  const { on, refused } = useAskedDay(number);
  return (
    <>
      {refused !== null && <RefusedDay day={refused} />}
      <Answered number={number} on={on} />
    </>
  );
}

function RefusedDay(props: { day: string }) {
  const { t } = useWords();
  return (
    <p class="narrow refused-day" role="alert">
      <Icon name="alert" size={16} /> {t.certificate.notADay(props.day)}
    </p>
  );
}

function Answered({ number, on }: { number: string; on: string | null }) {
  const { t } = useWords();
  const answer = useAnswer<Trace>(apiPaths.trace(number, on));
  usePageTitle(t.certificate.pageTitle(number));
  const certificate = answer.state === "ready" ? answer.value.certificate : null;
  useEffect(() => {
    if (certificate) rememberLookup({ number, holderName: certificate.holder.name });
  }, [certificate]);
  switch (answer.state) {
    case "loading":
      return <BandSkeleton number={number} />;
    case "problem":
      return <MissingCertificate number={number} problem={answer.problem} on={on} />;
    case "unreachable":
      return (
        <div class="narrow page">
          <Unreachable retry={answer.retry} />
        </div>
      );
    case "ready":
      return <Found trace={answer.value} on={on} cachedAt={answer.cachedAt} />;
  }
}

/** Keeps the place of the verdict, so that nothing jumps when it arrives. */
function BandSkeleton(props: { number: string }) {
  return (
    <>
      <div class="band band-loading">
        <div class="narrow">
          <h1 class="unseen">{props.number}</h1>
          <Skeleton lines={6} />
        </div>
      </div>
      <div class="narrow page">
        <Skeleton lines={12} />
      </div>
    </>
  );
}

function Found(props: { trace: Trace; on: string | null; cachedAt: string | null }) {
  const { trace } = props;
  const today = beijingDate(new Date());
  // Of a day to come no more is known than of today.
  const day = trace.certificate.asOf.ahead ? today : (props.on ?? today);
  const parts = traceOn(trace.acts, day);
  const { state, start } = useCertificateProof(trace);
  return (
    <article>
      <VerdictBand
        certificate={trace.certificate}
        deadlines={trace.deadlines}
        on={props.on}
        today={today}
        proof={<ProofChip state={state} />}
      />
      <div class="narrow certificate">
        <StaleNote cachedAt={props.cachedAt} />
        <ProofPanel trace={trace} state={state} onStart={start} />
        <CoversSection certificate={trace.certificate} />
        <AnswersSection certificate={trace.certificate} acts={parts.upTo} />
        <TraceSection trace={trace} parts={parts} today={day} />
        <RulesSection acts={parts.upTo} />
        <ActionsSection certificate={trace.certificate} />
      </div>
    </article>
  );
}
