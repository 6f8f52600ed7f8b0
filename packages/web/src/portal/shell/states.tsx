import type { Problem } from "@suzheng/api-contract";
import type { ComponentChildren } from "preact";
import type { Asked } from "../api/use-answer.ts";
import { beijingMinute } from "../dates/dates.ts";
import { asSentence, pick } from "../language/language.ts";
import { useWords } from "../language/use-language.tsx";
import { Go } from "./go.tsx";
import { Icon } from "./icon.tsx";

/** Grey lines in the shape of what comes; the words are for screen readers. */
export function Skeleton(props: { lines?: number }) {
  const { t } = useWords();
  return (
    <div class="skeleton" role="status">
      <span class="unseen">{t.shell.loading}</span>
      {Array.from({ length: props.lines ?? 4 }, (_, line) => (
        <div class="skeleton-line" key={line} aria-hidden="true" />
      ))}
    </div>
  );
}

export function Unreachable(props: { retry: () => void }) {
  const { t } = useWords();
  return (
    <section class="notice" role="alert">
      <h2>
        <Icon name="alert" /> {t.shell.unreachableTitle}
      </h2>
      <p>{t.shell.unreachableDetail}</p>
      <p>{t.shell.unreachableWay}</p>
      <p class="actions">
        <button type="button" class="button" onClick={props.retry}>
          {t.shell.retry}
        </button>
        <Go to="/verify" class="button button-quiet">
          {t.shell.verify}
        </Go>
      </p>
    </section>
  );
}

export function ProblemNotice(props: { problem: Problem; children?: ComponentChildren }) {
  const { t, language } = useWords();
  const { problem } = props;
  return (
    <section class="notice" role="alert">
      <h2>
        <Icon name="alert" />{" "}
        {problem.detail ? asSentence(pick(problem.detail, language)) : t.missing.otherTitle}
      </h2>
      {problem.wayOut && <p>{pick(problem.wayOut, language)}</p>}
      {props.children}
      <p class="small">
        {t.shell.code} {problem.code ?? problem.status}
      </p>
    </section>
  );
}

export function StaleNote(props: { cachedAt: string | null }) {
  const { t } = useWords();
  if (!props.cachedAt) return null;
  return (
    <p class="stale" role="status">
      <Icon name="clock" size={16} /> {t.shell.staleCopy(beijingMinute(props.cachedAt))}
    </p>
  );
}

type ForAnswer<T> = {
  answer: Asked<T> & { retry: () => void };
  children: (value: T) => ComponentChildren;
  lines?: number;
};

/** Loading, problem and unreachable alike on every page; the children get the value. */
export function ForAnswer<T>(props: ForAnswer<T>) {
  const { answer } = props;
  switch (answer.state) {
    case "loading":
      return <Skeleton lines={props.lines ?? 6} />;
    case "problem":
      return <ProblemNotice problem={answer.problem} />;
    case "unreachable":
      return <Unreachable retry={answer.retry} />;
    case "ready":
      return (
        <>
          <StaleNote cachedAt={answer.cachedAt} />
          {props.children(answer.value)}
        </>
      );
  }
}
