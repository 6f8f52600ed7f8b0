/** @jsxImportSource react */
import { Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { asSentence } from "../../portal/language/language.ts";
import { ProblemError } from "../api/ask.ts";
import { PasskeyCancelled } from "../api/passkey.ts";
import { useLanguage } from "../language/use-language.tsx";
import { words } from "./words.ts";

type Notice = { title: string; detail?: string; way?: string; code?: string; retry?: () => void };

/** What happened, what it means, what to do now, and the code in small type. */
function Notice({ title, detail, way, code, retry }: Notice) {
  const { say } = useLanguage();
  return (
    <section className="notice" role="alert">
      <p className="notice-title">{title}</p>
      {detail && <p>{detail}</p>}
      {way && <p>{way}</p>}
      {retry && (
        <p>
          <Button onClick={retry}>{say(words.retry)}</Button>
        </p>
      )}
      {code && (
        <p className="small">
          {say(words.code)} {code}
        </p>
      )}
    </section>
  );
}

/** Any error of a question or an act, in words; nothing when there is none. */
export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { say } = useLanguage();
  if (error === null || error === undefined) return null;
  const again = retry === undefined ? {} : { retry };
  if (error instanceof ProblemError) {
    const { detail, wayOut, code } = error.problem;
    return <Notice title={asSentence(say(detail))} way={say(wayOut)} code={code} />;
  }
  if (error instanceof PasskeyCancelled) return <Notice title={say(words.passkeyCancelled)} />;
  return (
    <Notice
      title={say(words.unreachableTitle)}
      detail={say(words.unreachableDetail)}
      way={say(words.unreachableWay)}
      {...again}
    />
  );
}

type Asked<T> = { data: T | undefined; error: unknown; refetch: () => unknown };

/** Loading, refused and unreachable alike on every page; the children get the answer. */
export function ForQuery<T>(props: { query: Asked<T>; children: (answer: T) => ReactNode }) {
  const { say } = useLanguage();
  const { data, error, refetch } = props.query;
  if (data !== undefined) return props.children(data);
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  return (
    <div role="status">
      <span className="unseen">{say(words.loading)}</span>
      {/* It draws an empty heading, which is nothing to hear. */}
      <div aria-hidden="true">
        <Skeleton active paragraph={{ rows: 5 }} />
      </div>
    </div>
  );
}

type Empty = { title: string; way: string; children?: ReactNode };

/** Nothing here yet, and the first step to take. */
export function Empty({ title, way, children }: Empty) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      <p>{way}</p>
      {children}
    </div>
  );
}
