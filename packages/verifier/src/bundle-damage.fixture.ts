import type {
  Bundle,
  BundleLog,
  BundleStream,
  Entry,
  MapProofJson,
  ProvenEntry,
} from "@suzheng/log-format";
import { canonicalJson, type JsonValue, toBase64, toBase64Url } from "@suzheng/log-format";
import { hashLeaf } from "@suzheng/merkle";
import { sha256 } from "./node-crypto.fixture.ts";
import { BODY } from "./sample-sector.fixture.ts";
import type { Outcome, StepName } from "./verification.ts";

export type Damage = {
  /** File name of the vector. */
  name: string;
  description: string;
  damage: (bundle: Bundle) => Bundle;
  expect: { outcome: Outcome; step: StepName };
};

const invalid = (step: StepName) => ({ outcome: "invalid", step }) as const;
const malformed = { outcome: "malformed", step: "format" } as const;
const EVENT = "the newest event of the certificate";

/** Damage to a whole, valid bundle whose first stream has three events. */
export const DAMAGES: readonly Damage[] = [
  {
    name: "newest-event-edited",
    description: `${EVENT} says another status`,
    damage: (b) => event(b, 2, (e) => ({ ...e, entry: edited(e.entry, { status: "withdrawn" }) })),
    expect: invalid("currency"),
  },
  {
    name: "first-event-edited",
    description: "the first event of the certificate says another status",
    damage: (b) => event(b, 0, (e) => ({ ...e, entry: edited(e.entry, { status: "withdrawn" }) })),
    expect: invalid("history"),
  },
  {
    name: "middle-event-edited",
    description: "the suspension is turned into a valid status",
    damage: (b) => event(b, 1, (e) => ({ ...e, entry: edited(e.entry, { status: "valid" }) })),
    expect: invalid("history"),
  },
  {
    name: "last-event-dropped",
    description: "the newest event is left out",
    damage: (b) => events(b, (list) => list.slice(0, -1)),
    expect: invalid("currency"),
  },
  {
    name: "middle-event-dropped",
    description: "the suspension is left out",
    damage: (b) => events(b, (list) => [...list.slice(0, 1), ...list.slice(2)]),
    expect: invalid("history"),
  },
  {
    name: "first-event-dropped",
    description: "the history begins with the second event",
    damage: (b) => events(b, (list) => list.slice(1)),
    expect: invalid("history"),
  },
  {
    name: "all-events-dropped",
    description: "a stream with history is shown as empty",
    damage: (b) => events(b, () => []),
    expect: invalid("currency"),
  },
  {
    name: "absence-claimed",
    description: "a stream with history is shown as empty, its map path ending in nothing",
    damage: (b) => stream(b, (s) => ({ ...s, events: [], mapProof: ending(s.mapProof, "empty") })),
    expect: invalid("currency"),
  },
  {
    name: "middle-event-dropped-and-relinked",
    description: "the suspension is left out and the chain mended over the gap",
    damage: (b) => events(b, (list) => relinked([...list.slice(0, 1), ...list.slice(2)])),
    expect: invalid("currency"),
  },
  {
    name: "events-swapped",
    description: "the first two events change places",
    damage: (b) => events(b, ([first, second, ...rest]) => [second, first, ...rest].flatMap(given)),
    expect: invalid("history"),
  },
  {
    name: "last-event-twice",
    description: "the newest event is given twice",
    damage: (b) => events(b, (list) => [...list, ...list.slice(-1)]),
    expect: invalid("history"),
  },
  {
    name: "foreign-event-at-the-end",
    description: "an event of another stream stands at the end",
    damage: (b) => events(b, (list) => [...list, ...foreign(b)]),
    expect: invalid("currency"),
  },
  {
    name: "foreign-event-in-the-middle",
    description: "an event of another stream stands in place of the suspension",
    damage: (b) => events(b, (list) => [...list.slice(0, 1), ...foreign(b), ...list.slice(2)]),
    expect: invalid("history"),
  },
  {
    name: "newest-index-changed",
    description: `${EVENT} is given another index`,
    damage: (b) => event(b, 2, (e) => ({ ...e, index: e.index - 1 })),
    expect: invalid("currency"),
  },
  {
    name: "first-index-changed",
    description: "the first event is given another index",
    damage: (b) => event(b, 0, (e) => ({ ...e, index: e.index + 1 })),
    expect: invalid("history"),
  },
  {
    name: "inclusion-hash-flipped",
    description: "one bit of an inclusion proof is flipped",
    damage: (b) => event(b, 1, (e) => ({ ...e, inclusion: flippedAt(e.inclusion, 1) })),
    expect: invalid("inclusion"),
  },
  {
    name: "inclusion-hash-missing",
    description: "an inclusion proof lacks its last hash",
    damage: (b) => event(b, 1, (e) => ({ ...e, inclusion: e.inclusion.slice(0, -1) })),
    expect: invalid("inclusion"),
  },
  {
    name: "inclusion-hash-added",
    description: "an inclusion proof has one hash too many",
    damage: (b) => event(b, 1, (e) => ({ ...e, inclusion: [...e.inclusion, ZEROS] })),
    expect: invalid("inclusion"),
  },
  {
    name: "inclusion-proofs-swapped",
    description: "two events have each other's inclusion proof",
    damage: (b) =>
      events(b, (list) =>
        list.map((e, i) => ({ ...e, inclusion: list[(i + 1) % list.length]?.inclusion ?? [] })),
      ),
    expect: invalid("inclusion"),
  },
  {
    name: "map-sibling-flipped",
    description: "one bit of the currency proof is flipped",
    damage: (b) => stream(b, (s) => ({ ...s, mapProof: siblingFlipped(s.mapProof) })),
    expect: invalid("currency"),
  },
  {
    name: "map-sibling-dropped",
    description: "the currency proof is one step short",
    damage: (b) =>
      stream(b, (s) => ({
        ...s,
        mapProof: { ...s.mapProof, siblings: s.mapProof.siblings.slice(1) },
      })),
    expect: invalid("currency"),
  },
  {
    name: "map-proof-of-another-stream",
    description: "the currency proof belongs to another stream",
    damage: (b) =>
      stream(b, (s) => ({ ...s, mapProof: b.logs[0]?.streams[1]?.mapProof ?? s.mapProof })),
    expect: invalid("currency"),
  },
  {
    name: "presence-claimed",
    description: "the body that never had the number is given an event of the other",
    damage: (b) =>
      logAt(b, 1, (l) => ({
        ...l,
        streams: l.streams.map((s) => ({ ...s, events: b.logs[0]?.streams[0]?.events ?? [] })),
      })),
    expect: invalid("currency"),
  },
  {
    name: "stream-renamed",
    description: "the project stream is given another name",
    damage: (b) =>
      logAt(b, 0, (l) => ({
        ...l,
        streams: l.streams.map((s, i) => (i === 1 ? { ...s, stream: `${s.stream}x` } : s)),
      })),
    expect: invalid("currency"),
  },
  {
    name: "note-sibling-flipped",
    description: "one bit of the proof of the note is flipped",
    damage: (b) => logAt(b, 0, (l) => ({ ...l, noteProof: siblingFlipped(l.noteProof) })),
    expect: invalid("note"),
  },
  ...(["root", "mapRoot"] as const).map((field) => ({
    name: `note-${field === "root" ? "root" : "map-root"}-flipped`,
    description: `one bit of the note's ${field} is flipped`,
    damage: (b: Bundle) =>
      logAt(b, 0, (l) => ({ ...l, note: { ...l.note, [field]: flipped(l.note[field]) } })),
    expect: invalid("note"),
  })),
  {
    name: "note-size-changed",
    description: "the note says one entry fewer",
    damage: (b) => logAt(b, 0, (l) => ({ ...l, note: { ...l.note, size: l.note.size - 1 } })),
    expect: invalid("note"),
  },
  {
    name: "note-of-another-log",
    description: "the body's log comes with the note and proof of the other body",
    damage: (b) =>
      logAt(b, 0, (l) => ({
        ...l,
        note: { ...(b.logs[1]?.note ?? l.note), log: BODY },
        noteProof: b.logs[1]?.noteProof ?? l.noteProof,
      })),
    expect: invalid("note"),
  },
  ...[
    { part: "salt", change: { salt: toBase64Url(new Uint8Array(16)) } },
    { part: "value", change: { value: "陈某丙" } },
    { part: "name", change: { name: "person.registration" } },
    { part: "index", change: { index: 3 } },
    { part: "log", change: { log: "CNCA-R-2099-002" } },
  ].map(({ part, change }) => ({
    name: `disclosure-with-wrong-${part}`,
    description: `a disclosed name comes with another ${part} than was committed to`,
    damage: (b: Bundle) => ({
      ...b,
      disclosures: b.disclosures.map((d, i) => (i === 0 ? { ...d, ...change } : d)),
    }),
    expect: invalid("disclosures"),
  })),
  {
    name: "subject-changed",
    description: "the file says it is about a certificate it has no stream of",
    damage: (b) => ({ ...b, subject: { ...b.subject, number: "09926Q19999R0S" } }),
    expect: malformed,
  },
  {
    name: "stream-twice",
    description: "the same stream is given twice",
    damage: (b) =>
      logAt(b, 0, (l) => ({ ...l, streams: [...l.streams, ...l.streams.slice(0, 1)] })),
    expect: malformed,
  },
  {
    name: "log-twice",
    description: "the same log is given twice",
    damage: (b) => ({ ...b, logs: [...b.logs, ...b.logs.slice(0, 1)] }),
    expect: malformed,
  },
  {
    name: "log-without-canonical-text",
    description: "a log's name holds a character that canonical JSON does not",
    damage: (b) => logAt(b, 1, (l) => ({ ...l, note: { ...l.note, log: "CNCA\u0000" } })),
    expect: malformed,
  },
  {
    name: "log-name-not-in-nfc",
    description: "a log's name is not in Unicode's composed form",
    damage: (b) => logAt(b, 1, (l) => ({ ...l, note: { ...l.note, log: "e\u0301" } })),
    expect: malformed,
  },
  {
    name: "log-name-with-half-a-pair",
    description: "a log's name holds half of a surrogate pair",
    damage: (b) => logAt(b, 1, (l) => ({ ...l, note: { ...l.note, log: "\ud800" } })),
    expect: malformed,
  },
  {
    name: "entry-not-canonical",
    description: "an entry has a space after a colon",
    damage: (b) => event(b, 1, (e) => ({ ...e, entry: e.entry.replace(":", ": ") })),
    expect: malformed,
  },
  {
    name: "entry-lacks-a-field",
    description: "an entry, canonical, has no submitter",
    damage: (b) => event(b, 1, (e) => ({ ...e, entry: without(e.entry, "submitter") })),
    expect: malformed,
  },
  {
    name: "hash-too-short",
    description: "a hash of an inclusion proof has 31 bytes",
    damage: (b) =>
      event(b, 1, (e) => ({ ...e, inclusion: [toBase64(new Uint8Array(31)), ...e.inclusion] })),
    expect: malformed,
  },
  {
    name: "hash-with-padding-bits",
    description: "a hash is written in base64 whose unused bits are not zero",
    damage: (b) =>
      event(b, 1, (e) => ({ ...e, inclusion: [ZEROS.replace("A=", "B="), ...e.inclusion] })),
    expect: malformed,
  },
];

const ZEROS = toBase64(new Uint8Array(32));

const given = <Item>(item: Item | undefined): Item[] => (item === undefined ? [] : [item]);

function logAt(bundle: Bundle, at: number, change: (log: BundleLog) => BundleLog): Bundle {
  return { ...bundle, logs: bundle.logs.map((log, i) => (i === at ? change(log) : log)) };
}

/** Changes the first stream of the first log: the certificate. */
function stream(bundle: Bundle, change: (stream: BundleStream) => BundleStream): Bundle {
  return logAt(bundle, 0, (log) => ({
    ...log,
    streams: log.streams.map((one, i) => (i === 0 ? change(one) : one)),
  }));
}

const events = (
  bundle: Bundle,
  change: (events: readonly ProvenEntry[]) => readonly ProvenEntry[],
): Bundle => stream(bundle, (one) => ({ ...one, events: change(one.events) }));

const event = (bundle: Bundle, at: number, change: (one: ProvenEntry) => ProvenEntry): Bundle =>
  events(bundle, (list) => list.map((one, i) => (i === at ? change(one) : one)));

const foreign = (bundle: Bundle): readonly ProvenEntry[] =>
  bundle.logs[0]?.streams[1]?.events.slice(-1) ?? [];

const reencoded = (entry: object): string => canonicalJson(entry as { [name: string]: JsonValue });

function edited(text: string, data: { [name: string]: string }): string {
  const entry: Entry = JSON.parse(text);
  return reencoded({ ...entry, data: { ...entry.data, ...data } });
}

function without(text: string, field: string): string {
  const entry: { [name: string]: unknown } = JSON.parse(text);
  delete entry[field];
  return reencoded(entry);
}

/** Versions and references as if these had been the events all along. */
function relinked(list: readonly ProvenEntry[]): ProvenEntry[] {
  let previous: Entry["previous"] = null;
  return list.map((one, i) => {
    const entry = reencoded({ ...JSON.parse(one.entry), version: i + 1, previous });
    const hash = toBase64Url(hashLeaf(sha256, new TextEncoder().encode(entry)));
    previous = { index: one.index, hash };
    return { ...one, entry };
  });
}

const ending = (proof: MapProofJson, end: MapProofJson["end"]): MapProofJson => ({ ...proof, end });

const siblingFlipped = (proof: MapProofJson): MapProofJson => ({
  ...proof,
  siblings: flippedAt(proof.siblings, 0),
});

const flippedAt = (hashes: readonly string[], at: number): string[] =>
  hashes.map((hash, i) => (i === at ? flipped(hash) : hash));

function flipped(hash: string): string {
  const bytes = Buffer.from(hash, "base64");
  bytes[7] = (bytes[7] ?? 0) ^ 0x10;
  return bytes.toString("base64");
}
