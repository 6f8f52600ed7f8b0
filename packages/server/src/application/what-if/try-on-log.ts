import {
  type CertificateState,
  certificateStream,
  initialCertificate,
} from "@suzheng/certification";
import type { ActType } from "@suzheng/rules";
import { chinaDate } from "../clock.ts";
import { factsOfThen } from "./facts-of-then.ts";
import type { HistoryEntry, HistoryInstitution, HistoryReader } from "./history-reader.ts";
import {
  certificateAfter,
  certificateBefore,
  type PastEntry,
  readEntry,
} from "./replayed-stream.ts";
import type { Tallying } from "./tally.ts";
import type { TryAct } from "./try-act.ts";

export type LogScope = {
  history: HistoryReader;
  institution: HistoryInstitution;
  since: string;
  tried: TryAct;
  tallying: Tallying;
};

/** The stream that a page ended in, which the next page may go on with. */
type OpenStream = { name: string; state: CertificateState };

/** Tries a log's acts, page after page in the order of streams; `onPage` says where it stands. */
export async function tryOnLog(
  scope: LogScope,
  from: { stream: string; version: number } | null,
  onPage: (last: HistoryEntry) => Promise<"go-on" | "stop">,
): Promise<"done" | "stopped"> {
  let open = await reopened(scope, from);
  for await (const page of scope.history.pages(scope.institution.approvalNumber, from)) {
    open = await tryPage(scope, open, page.map(readEntry));
    scope.tallying.read(page.length);
    const last = page.at(-1);
    if (last !== undefined && (await onPage(last)) === "stop") return "stopped";
  }
  return "done";
}

/** A run that goes on may begin in the middle of a stream. */
async function reopened(
  { history, institution }: LogScope,
  from: { stream: string; version: number } | null,
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
): Promise<OpenStream> {
  const others = await otherStreams(scope, entries);
  let open = before;
  for (const entry of entries) {
    if (entry.stream !== open.name) open = { name: entry.stream, state: initialCertificate };
    if (entry.occurredOn >= scope.since) tryEntry(scope, { entry, own: open.state, others });
    open = { ...open, state: certificateAfter(open.state, entry) };
  }
  return open;
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

function tryEntry(
  { institution, tried, tallying }: LogScope,
  { entry, own, others }: { entry: PastEntry; own: CertificateState; others: Others },
): void {
  const { index, type, occurredOn, stream } = entry;
  const states = {
    own,
    of: (number: string) => certificateBefore(others.get(certificateStream(number)) ?? [], index),
  };
  const then = factsOfThen(entry, states, chinaDate(institution.connectedAt));
  if (then === null || !tried.concerns(type, String(then.facts.scheme))) return;
  const [kind, number] = [
    stream.slice(0, stream.indexOf("/")),
    stream.slice(stream.indexOf("/") + 1),
  ];
  tallying.add(
    {
      institution: institution.approvalNumber,
      index,
      type,
      occurredOn,
      certificate: kind === "certificate" ? number : null,
    },
    // Facts are assembled for these act types only.
    { flips: tried.flipsOf(type as ActType, then.facts), isContradicted: then.isContradicted },
  );
}
