import { hash } from "node:crypto";
import { type EntryHead, joinEntry, NotEncodable } from "@suzheng/log-format";
import {
  appendToFrontier,
  type Frontier,
  hashLeaf,
  parseFrontier,
  serializeFrontier,
} from "@suzheng/merkle";
import type { Act, RecordedAct } from "../application/act.ts";
import { laterOf } from "../application/clock.ts";
import type { AppendOutcome, AppendRequest, Receipt } from "../application/ledger/ledger.ts";
import type {
  CertificateNumber,
  InLog,
  KnownRequest,
  LogBatch,
  LogHead,
  LogTransaction,
  StreamHead,
} from "../application/ledger/log-store.ts";
import { type Openings, openingsFor } from "./openings.ts";
import { sha256 } from "./sha256.ts";

type Place = Pick<StreamHead, "index" | "version" | "leafHash">;

/** One log, as the batch makes it grow. */
type Growth = {
  institution: string;
  frozenBecause: string | null;
  recordedAt: string;
  /** Of the newest entry, also before this batch. */
  newest: string | null;
  frontier: Frontier;
  heads: Map<string, Place>;
  openings: Openings;
  known: Map<string, KnownRequest>;
  numbersOfOthers: Set<string>;
  acts: RecordedAct[];
  entries: Uint8Array[];
  requests: KnownRequest[];
};

/** The log is not there, or another transaction holds it and this one does not wait. */
export const NOT_HELD = "not-held";

type Clock = { now: () => string; wait: boolean };

/**
 * Records requests, each institution's in their order, within one transaction that holds the logs.
 * A refused request leaves nothing behind; the others of the batch stand.
 */
export async function appendBatch(
  logs: LogTransaction,
  requests: readonly AppendRequest[],
  clock: Clock,
): Promise<(AppendOutcome | typeof NOT_HELD)[]> {
  const { growths, claimed } = await growthsFor(logs, requests, clock);
  const outcomes: (AppendOutcome | typeof NOT_HELD)[] = [];
  for (const request of requests) {
    const growth = growths.get(request.institution);
    outcomes.push(growth === undefined ? NOT_HELD : await take(logs, growth, request));
  }
  const unused = claimed.filter(({ institution, number }) => {
    const acts = growths.get(institution)?.acts ?? [];
    return !acts.some((act) => act.projection.certificate?.number === number);
  });
  const grown = [...growths.values()].filter(
    (growth) => growth.acts.length > 0 || growth.requests.length > 0,
  );
  if (unused.length > 0) await logs.releaseNumbers(unused);
  if (grown.length > 0) await logs.write(grown.map(batchOf));
  return outcomes;
}

async function growthsFor(
  logs: LogTransaction,
  requests: readonly AppendRequest[],
  { now, wait }: Clock,
): Promise<{ growths: ReadonlyMap<string, Growth>; claimed: CertificateNumber[] }> {
  const acts = requests.flatMap(({ institution, acts }) =>
    acts.map((act): InLog<Act> => ({ ...act, institution })),
  );
  const institutions = [...new Set(requests.map(({ institution }) => institution))];
  // Asked together: the statements wait for the locks one behind the other, not for the network.
  const [held, streams, openings, replays, { fresh, ofOthers }] = await Promise.all([
    logs.heads(institutions, wait),
    logs.streamHeads(streamsOf(acts)),
    openingsFor(logs, acts),
    logs.requests(requests.filter(isNamed)),
    logs.claimNumbers(newNumbers(acts)),
  ]);
  // Not before the logs are held: among several writers, times follow the order of each log.
  const present = now();
  const growths = new Map<string, Growth>();
  for (const head of held) {
    const { institution } = head;
    growths.set(institution, growthOf(head, { present, openings: openings.of(institution) }));
  }
  for (const head of streams) growths.get(head.institution)?.heads.set(head.stream, head);
  for (const one of replays) growths.get(one.institution)?.known.set(keyOf(one), one);
  for (const one of ofOthers) growths.get(one.institution)?.numbersOfOthers.add(one.number);
  return { growths, claimed: fresh };
}

/** Numbers of the certificates that these acts begin. */
function newNumbers(acts: readonly InLog<Act>[]): CertificateNumber[] {
  return acts.flatMap(({ institution, expectedVersion, projection }) => {
    if (projection.certificate === undefined || (expectedVersion ?? 0) > 0) return [];
    return [{ institution, number: projection.certificate.number }];
  });
}

function growthOf(
  { institution, size, frontier, frozenBecause, recordedAt }: InLog<LogHead>,
  { present, openings }: Pick<Growth, "openings"> & { present: string },
): Growth {
  return {
    institution,
    frozenBecause,
    openings,
    // A clock that is set back does not set the log back: what was known at a time stays so.
    recordedAt: laterOf(present, recordedAt),
    newest: recordedAt,
    frontier: parseFrontier(size, frontier),
    heads: new Map(),
    known: new Map(),
    numbersOfOthers: new Set(),
    acts: [],
    entries: [],
    requests: [],
  };
}

const batchOf = ({
  institution,
  acts,
  entries,
  requests,
  openings,
  frontier,
  newest,
}: Growth): LogBatch => ({
  institution,
  acts,
  entries,
  requests,
  openings: openings.fresh,
  head: { size: frontier.size, frontier: serializeFrontier(frontier), recordedAt: newest },
});

async function take(
  logs: LogTransaction,
  growth: Growth,
  request: AppendRequest,
): Promise<AppendOutcome> {
  if (growth.frozenBecause !== null) return refuse("log-frozen", growth.frozenBecause);
  if (!isNamed(request)) return grow(growth, request);
  const earlier = growth.known.get(keyOf(request));
  if (earlier !== undefined) return replay(logs, growth, { request, earlier });
  const outcome = grow(growth, request);
  const recorded = growth.requests.at(-1);
  if (outcome.ok && recorded !== undefined) growth.known.set(keyOf(recorded), recorded);
  return outcome;
}

type NamedRequest = AppendRequest & { requestId: string };

const isNamed = (request: AppendRequest): request is NamedRequest => request.requestId !== null;

function streamsOf(acts: readonly InLog<Act>[]): InLog<{ stream: string }>[] {
  const streams = acts.map(({ institution, stream }) => ({ institution, stream }));
  const keyed = new Map(streams.map((one) => [`${one.institution}\n${one.stream}`, one]));
  return [...keyed.values()];
}

const keyOf = ({ submitter, requestId }: { submitter: string; requestId: string }) =>
  `${submitter}\n${requestId}`;

function refuse(
  code: Extract<AppendOutcome, { ok: false }>["code"],
  detail: string,
): AppendOutcome {
  return { ok: false, code, detail };
}

/** What cannot be written down is the refusal of its own request; the others of the batch stand. */
function encoded(head: EntryHead, { body }: Act): string | NotEncodable {
  try {
    return joinEntry(head, body);
  } catch (error) {
    if (error instanceof NotEncodable) return error;
    throw error;
  }
}

function refuseEntry({ code, message }: NotEncodable, stream: string): AppendOutcome {
  if (code === "too-long") return refuse("entry-too-large", stream);
  return refuse("entry-not-encodable", `${stream}: ${code}, ${message}`);
}

/** Over commitments, not over what they hide: with its opening gone, a value cannot be guessed. */
function digestOf({ openings }: Growth, request: AppendRequest): Buffer {
  const acts = request.acts.map(({ stream, type, schema, occurredOn, body, personal }) => [
    stream,
    type,
    schema,
    occurredOn,
    hash("sha256", body.data),
    personal.map((value) => [value.name, openings.commitmentOf(value), value.public]),
  ]);
  return hash("sha256", JSON.stringify(acts), "buffer");
}

async function replay(
  logs: LogTransaction,
  growth: Growth,
  { request, earlier }: { request: NamedRequest; earlier: KnownRequest },
): Promise<AppendOutcome> {
  if (!digestOf(growth, request).equals(earlier.digest)) {
    return refuse("request-id-reused", request.requestId);
  }
  const last = earlier.firstIndex + earlier.acts;
  const stored = await logs.receipts(growth.institution, earlier.firstIndex, earlier.acts);
  const now = growth.acts.filter((act) => act.index >= earlier.firstIndex && act.index < last);
  const receipts = [...stored, ...now];
  // A request without acts left no time behind.
  const recordedAt = receipts[0]?.recordedAt ?? growth.recordedAt;
  return { ok: true, receipts, recordedAt, replayed: true };
}

/** Adds the acts of one request to the batch, or nothing. */
function grow(growth: Growth, request: AppendRequest): AppendOutcome {
  const places = new Map<string, Place>();
  const planned: { act: Act; entry: Uint8Array; place: Place }[] = [];
  for (const act of request.acts) {
    const before = places.get(act.stream) ?? growth.heads.get(act.stream);
    const number = act.projection.certificate?.number ?? "";
    if (growth.numbersOfOthers.has(number)) return refuse("number-of-another", number);
    if (act.expectedVersion !== null && act.expectedVersion !== (before?.version ?? 0)) {
      return refuse("stream-moved-on", act.stream);
    }
    const entry = encoded(headOf(growth, { act, before, submitter: request.submitter }), act);
    if (entry instanceof NotEncodable) return refuseEntry(entry, act.stream);
    const bytes = Buffer.from(entry);
    const place = {
      index: growth.frontier.size + planned.length,
      version: (before?.version ?? 0) + 1,
      leafHash: hashLeaf(sha256, bytes),
    };
    places.set(act.stream, place);
    planned.push({ act, entry: bytes, place });
  }
  const first = growth.frontier.size;
  const { recordedAt } = growth;
  for (const { act, entry, place } of planned) {
    appendToFrontier(sha256, growth.frontier, place.leafHash);
    growth.acts.push({ ...act, ...place, recordedAt });
    growth.entries.push(entry);
    growth.newest = recordedAt;
  }
  for (const [stream, place] of places) growth.heads.set(stream, place);
  if (isNamed(request)) {
    const { submitter, requestId } = request;
    const digest = digestOf(growth, request);
    const acts = planned.length;
    growth.requests.push({ submitter, requestId, digest, firstIndex: first, acts });
  }
  const receipts: Receipt[] = planned.map(({ place }) => place);
  return { ok: true, receipts, recordedAt, replayed: false };
}

function headOf(
  growth: Growth,
  { act, before, submitter }: { act: Act; before: Place | undefined; submitter: string },
): EntryHead {
  const commitments: Record<string, string> = {};
  for (const value of act.personal) commitments[value.name] = growth.openings.commitmentOf(value);
  // In the order of canonical JSON, so that writing it down takes the short way.
  return {
    ...(act.personal.length > 0 ? { commitments } : {}),
    log: growth.institution,
    occurredOn: act.occurredOn,
    previous:
      before === undefined
        ? null
        : { hash: Buffer.from(before.leafHash).toString("base64url"), index: before.index },
    recordedAt: growth.recordedAt,
    schema: act.schema,
    stream: act.stream,
    submitter,
    type: act.type,
    version: (before?.version ?? 0) + 1,
  };
}
