import { createHash } from "node:crypto";
import { type EntryHead, joinEntry, NotEncodable } from "@suzheng/log-format";
import { appendToFrontier, type Frontier, parseFrontier, serializeFrontier } from "@suzheng/merkle";
import type { Act, RecordedAct } from "../application/act.ts";
import type { AppendOutcome, AppendRequest, Receipt } from "../application/ledger.ts";
import type { KnownRequest, LogTransaction, StreamHead } from "../application/log-store.ts";
import { type Openings, openingsFor } from "./openings.ts";
import { hashLeafText, sha256 } from "./sha256.ts";

type Place = Pick<StreamHead, "index" | "version" | "leafHash">;

type Growth = {
  institution: string;
  recordedAt: string;
  frontier: Frontier;
  heads: Map<string, Place>;
  openings: Openings;
  acts: RecordedAct[];
  entries: string[];
  requests: KnownRequest[];
};

/**
 * Records requests of one institution in their order, within the transaction that holds its log. A
 * refused request leaves nothing behind; the others of the batch stand.
 */
export async function appendBatch(
  log: LogTransaction,
  requests: readonly AppendRequest[],
  now: () => string,
): Promise<AppendOutcome[]> {
  const institution = requests[0]?.institution ?? "";
  const acts = requests.flatMap((request) => request.acts);
  // Asked together: the statements wait for the lock one behind the other, not for the network.
  const [head, heads, openings, replays] = await Promise.all([
    log.head(),
    headsOf(log, acts),
    openingsFor(log, acts),
    log.requests(requests.filter(isNamed)),
  ]);
  if (head === null) return requests.map(() => refuse("institution-unknown", institution));
  if (head.frozenBecause !== null) {
    const because = head.frozenBecause;
    return requests.map(() => refuse("log-frozen", because));
  }
  const growth: Growth = {
    institution,
    // Not before the log is held: among several writers, times follow the order of the log.
    recordedAt: now(),
    frontier: parseFrontier(head.size, head.frontier),
    heads,
    openings,
    acts: [],
    entries: [],
    requests: [],
  };
  const known = new Map<string, KnownRequest>();
  for (const request of replays) known.set(keyOf(request), request);

  const outcomes: AppendOutcome[] = [];
  for (const request of requests) {
    const earlier = isNamed(request) ? known.get(keyOf(request)) : undefined;
    const outcome =
      earlier === undefined || !isNamed(request)
        ? grow(growth, request)
        : await replay(log, growth, { request, earlier });
    const recorded = growth.requests.at(-1);
    if (outcome.ok && recorded !== undefined) known.set(keyOf(recorded), recorded);
    outcomes.push(outcome);
  }
  if (growth.acts.length === 0 && growth.requests.length === 0) return outcomes;
  await log.write({
    institution,
    acts: growth.acts,
    entries: growth.entries,
    requests: growth.requests,
    openings: growth.openings.fresh,
    head: { size: growth.frontier.size, frontier: serializeFrontier(growth.frontier) },
  });
  return outcomes;
}

type NamedRequest = AppendRequest & { requestId: string };

const isNamed = (request: AppendRequest): request is NamedRequest => request.requestId !== null;

async function headsOf(log: LogTransaction, acts: readonly Act[]): Promise<Map<string, Place>> {
  const streams = [...new Set(acts.map((act) => act.stream))];
  const heads = await log.streamHeads(streams);
  return new Map(heads.map((head) => [head.stream, head]));
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
    body.data,
    personal.map((value) => [value.name, openings.commitmentOf(value), value.public]),
  ]);
  return createHash("sha256").update(JSON.stringify(acts)).digest();
}

async function replay(
  log: LogTransaction,
  growth: Growth,
  { request, earlier }: { request: NamedRequest; earlier: KnownRequest },
): Promise<AppendOutcome> {
  if (!digestOf(growth, request).equals(earlier.digest)) {
    return refuse("request-id-reused", request.requestId);
  }
  const last = earlier.firstIndex + earlier.acts;
  const stored = await log.receipts(earlier.firstIndex, earlier.acts);
  const now = growth.acts.filter((act) => act.index >= earlier.firstIndex && act.index < last);
  return { ok: true, receipts: [...stored, ...now], recordedAt: growth.recordedAt, replayed: true };
}

/** Adds the acts of one request to the batch, or nothing. */
function grow(growth: Growth, request: AppendRequest): AppendOutcome {
  const places = new Map<string, Place>();
  const planned: { act: Act; entry: string; place: Place }[] = [];
  for (const act of request.acts) {
    const before = places.get(act.stream) ?? growth.heads.get(act.stream);
    if (act.expectedVersion !== null && act.expectedVersion !== (before?.version ?? 0)) {
      return refuse("stream-moved-on", act.stream);
    }
    const entry = encoded(headOf(growth, { act, before, submitter: request.submitter }), act);
    if (entry instanceof NotEncodable) return refuseEntry(entry, act.stream);
    const place = {
      index: growth.frontier.size + planned.length,
      version: (before?.version ?? 0) + 1,
      leafHash: hashLeafText(entry),
    };
    places.set(act.stream, place);
    planned.push({ act, entry, place });
  }
  const first = growth.frontier.size;
  const { recordedAt } = growth;
  for (const { act, entry, place } of planned) {
    appendToFrontier(sha256, growth.frontier, place.leafHash);
    growth.acts.push({ ...act, ...place, recordedAt });
    growth.entries.push(entry);
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
