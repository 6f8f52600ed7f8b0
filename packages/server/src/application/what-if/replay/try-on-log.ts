import {
  type CertificateState,
  certificateStream,
  initialCertificate,
} from "@suzheng/certification";
import { chinaDate } from "../../clock.ts";
import { factsOfThen } from "./facts-of-then.ts";
import type { HistoryEntry, HistoryInstitution, HistoryReader } from "./history-reader.ts";
import { TOTAL_FACTS, type TotalsAt } from "./person-totals.ts";
import {
  certificateAfter,
  certificateBefore,
  type PastEntry,
  readEntry,
} from "./replayed-stream.ts";
import type { Tallying, TriedAct } from "./tally.ts";
import type { TryAct } from "./try-act.ts";

export type LogScope = {
  history: HistoryReader;
  institution: HistoryInstitution;
  since: string;
  tried: TryAct;
  tallying: Tallying;
  /** Counts persons' totals in this log, once: only asked for when an outcome needs them. */
  totals: () => Promise<TotalsAt | "stopped">;
};

/** The stream that a page ended in, which the next page may go on with. */
type OpenStream = { name: string; state: CertificateState };
type Place = { stream: string; version: number };

/**
 * Tries a log's acts, page after page in the order of streams; `onPage` says where it stands. A
 * page is added to the tally whole or not at all, so that nothing counts twice when a run goes on.
 */
export async function tryOnLog(
  scope: LogScope,
  from: Place | null,
  onPage: (last: HistoryEntry) => Promise<"go-on" | "stop">,
): Promise<"done" | "stopped"> {
  const { history, institution, tallying } = scope;
  const { approvalNumber: log, entries } = institution;
  let open = await reopened(scope, from);
  for await (const page of history.pages({ log, entries, after: from })) {
    const found = await tryPage(scope, open, page.map(readEntry));
    if (found === "stopped") return "stopped";
    open = found.open;
    tallying.read(page.length);
    for (const act of found.acts) tallying.add(act);
    const last = page.at(-1);
    if (last !== undefined && (await onPage(last)) === "stop") return "stopped";
  }
  return "done";
}

/** A run that goes on may begin in the middle of a stream. */
async function reopened(
  { history, institution }: LogScope,
  from: Place | null,
): Promise<OpenStream> {
  if (from === null) return { name: "", state: initialCertificate };
  const entries = (await history.streams(institution.approvalNumber, [from.stream])).get(
    from.stream,
  );
  const seen = (entries ?? []).filter(({ version }) => version <= from.version).map(readEntry);
  return { name: from.stream, state: seen.reduce(certificateAfter, initialCertificate) };
}

async function tryPage(
  scope: LogScope,
  before: OpenStream,
  entries: readonly PastEntry[],
): Promise<{ open: OpenStream; acts: TriedAct[] } | "stopped"> {
  const others = await otherStreams(scope, entries);
  const acts: TriedAct[] = [];
  let open = before;
  for (const entry of entries) {
    if (entry.stream !== open.name) open = { name: entry.stream, state: initialCertificate };
    if (entry.occurredOn >= scope.since) {
      const act = await tryEntry(scope, { entry, own: open.state, others });
      if (act === "stopped") return "stopped";
      if (act !== null) acts.push(act);
    }
    open = { ...open, state: certificateAfter(open.state, entry) };
  }
  return { open, acts };
}

type Others = ReadonlyMap<string, readonly PastEntry[]>;

/** Entries of the main and the earlier certificates that acts of the page name. */
async function otherStreams(
  { history, institution, since }: LogScope,
  entries: readonly PastEntry[],
): Promise<Others> {
  const named = entries.flatMap(({ type, occurredOn, data }) =>
    type === "CertificateReported" && occurredOn >= since
      ? [data.mainNumber, data.previousNumber].filter((number) => typeof number === "string")
      : [],
  );
  if (named.length === 0) return new Map();
  const streams = [...new Set(named)].map(certificateStream);
  const found = await history.streams(institution.approvalNumber, streams);
  return new Map([...found].map(([stream, list]) => [stream, list.map(readEntry)]));
}

type Then = { entry: PastEntry; own: CertificateState; others: Others };

/** Null: nothing that differs looks at the act. */
async function tryEntry(scope: LogScope, then: Then): Promise<TriedAct | null | "stopped"> {
  const first = tryWith(scope, then, null);
  if (first?.compared.some(({ missing }) => missing.some((fact) => TOTAL_FACTS.has(fact)))) {
    const totals = await scope.totals();
    return totals === "stopped" ? totals : tryWith(scope, then, totals);
  }
  return first;
}

function tryWith(
  { institution, tried }: LogScope,
  { entry, own, others }: Then,
  totals: TotalsAt | null,
): TriedAct | null {
  const { index, type, occurredOn, stream } = entry;
  const states = {
    own,
    of: (number: string) => certificateBefore(others.get(certificateStream(number)) ?? [], index),
  };
  const connectedOn = chinaDate(institution.connectedAt);
  const found = factsOfThen(entry, states, { connectedOn, totals: totals?.(index) ?? null });
  if (found === null) return null;
  const compared = tried.compare(type, found.facts);
  if (compared.length === 0) return null;
  const slash = stream.indexOf("/");
  const certificate = stream.slice(0, slash) === "certificate" ? stream.slice(slash + 1) : null;
  const act = { institution: institution.approvalNumber, index, type, occurredOn, certificate };
  return { act, compared, isContradicted: found.isContradicted };
}
