export type ClaimedEvent = {
  index: number;
  type: string;
  occurredOn: string;
  recordedAt: string;
  data: Record<string, unknown>;
  /** The bytes that were hashed. */
  raw: string;
};
export type ClaimedStream = { log: string; stream: string; events: ClaimedEvent[] };
export type ClaimedHistory = { number: string | null; streams: ClaimedStream[] };

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields) // checked on the line above
    : {};
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // The verifier reports what is malformed; here there is just nothing to show.
  }
}

/** What a proof file says about itself, for showing beside the verdict; it checks nothing. */
export function readBundle(text: string): ClaimedHistory {
  const bundle = fieldsOf(parsed(text));
  const streams = listOf(bundle.logs).flatMap((value) => {
    const log = fieldsOf(value);
    const name = textOf(fieldsOf(log.note).log);
    return listOf(log.streams).map((stream) => readStream(name, fieldsOf(stream)));
  });
  return { number: textOf(fieldsOf(bundle.subject).number) || null, streams };
}

function readStream(log: string, stream: Fields): ClaimedStream {
  const events = listOf(stream.events).map((event) => readEvent(fieldsOf(event)));
  return { log, stream: textOf(stream.stream), events: events.reverse() };
}

function readEvent(event: Fields): ClaimedEvent {
  const raw = textOf(event.entry);
  const entry = fieldsOf(parsed(raw));
  return {
    index: typeof event.index === "number" ? event.index : -1,
    type: textOf(entry.type),
    occurredOn: textOf(entry.occurredOn),
    recordedAt: textOf(entry.recordedAt),
    data: fieldsOf(entry.data),
    raw,
  };
}

export type DroppedKind = "proof" | "trust" | "cut" | "not-json" | "unknown";

/** Tells a proof from a trust list by its format line; `cut`: it begins as one and breaks off. */
export function kindOf(text: string): DroppedKind {
  const value = parsed(text);
  if (value === null) return /^\s*\{/.test(text) ? "cut" : "not-json";
  const format = textOf(fieldsOf(value).format);
  if (format.startsWith("suzheng-trust/")) return "trust";
  return format.startsWith("suzheng-proof/") ? "proof" : "unknown";
}

export type TrustFacts = { origin: string; witnesses: string[]; quorum: number };

export function readTrust(text: string): TrustFacts {
  const trust = fieldsOf(parsed(text));
  const policy = fieldsOf(trust.policy);
  return {
    origin: textOf(fieldsOf(trust.directory).origin),
    witnesses: listOf(policy.witnesses).map((witness) => textOf(fieldsOf(witness).name)),
    quorum: typeof policy.quorum === "number" ? policy.quorum : 0,
  };
}
