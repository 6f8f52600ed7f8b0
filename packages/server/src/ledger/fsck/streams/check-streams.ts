import { hashLeaf, logMapValue, mapKey } from "@suzheng/merkle";
import type {
  Damage,
  FsckCompared,
  FsckPage,
  FsckSnapshot,
  StreamRange,
} from "../../../application/fsck.ts";
import { sha256 } from "../../sha256.ts";
import { collectDamages, type Damages } from "../damages.ts";
import { type PlainEntry, readPlainEntry } from "../entry/plain-entry.ts";
import { readStoredEntry } from "../entry/read-stored-entry.ts";
import { collectPairs, type MapPairs, type PairCollector } from "../map/map-pairs.ts";
import {
  compareAtHand,
  compareByName,
  type FinishedStream,
  fetchRange,
  type StoredRows,
} from "./compare-streams.ts";
import { attendanceOf, packAttendance } from "./participations.ts";
import type { Replay } from "./replay.ts";
import { replayEntry, startReplay } from "./replay-stream.ts";
import { collectLeaves, type LeafCollector, type StreamLeaves } from "./stream-leaves.ts";
import { NO_TIME, timeOrder } from "./time-order.ts";
import { type Told, tellAgain } from "./told-again.ts";

/** What is to be checked; plain, so that it can be handed to another thread. */
export type StreamsJob = {
  moment: string;
  log: string;
  range: StreamRange;
  publishedSize: number;
  damagesMax: number;
};

export type StreamsVerdict = {
  streams: number;
  certificates: number;
  lastReport: Recorded | null;
  /** The highest index. */
  newest: Recorded | null;
  /** The map's pairs at the published size. */
  pairs: MapPairs;
  /** Who was where, by the log, packed on a line each; to be compared with its table. */
  attendances: string;
  told: Told;
  compared: FsckCompared;
  texts: CheckedTexts;
  leaves: StreamLeaves;
  damages: { list: Damage[]; count: number };
};

/** What was hashed of the entries' texts. */
export type CheckedTexts = {
  entries: number;
  bytes: number;
  /** Each hashes to the leaf hash beside it. */
  areAsHashed: boolean;
};

export type StreamsCheck = (job: StreamsJob) => Promise<StreamsVerdict>;

/** When an entry says that it was recorded. */
type Recorded = { index: number; recordedAt: string };

/** The newest entry of a stream so far; its leaf hash in base64url. */
type Place = { index: number; hash: string };

type Stream = {
  name: Buffer;
  text: string;
  version: number;
  last: Place | null;
  /** Newest within the published size. */
  published: Place | null;
  replay: Replay;
  /** What its newest entry says; empty before the first. */
  recordedAt: string;
  /** After the first damage the rest of a stream is not judged by the domain. */
  isBroken: boolean;
};

type Walk = StreamsJob & {
  damages: Damages;
  /** Damages of projections; named after those of the entries, from which they may follow. */
  differences: Damages;
  pairs: PairCollector;
  attendances: string[];
  told: Told;
  compared: FsckCompared;
  texts: CheckedTexts;
  leaves: LeafCollector;
  snapshot: Snapshot;
  stored: StoredRows;
  /** Those of which not everything is in `stored`. */
  others: FinishedStream[];
  streams: number;
  certificates: number;
  lastReport: Recorded | null;
  newest: Recorded | null;
};

type Snapshot = Pick<
  FsckSnapshot,
  "entriesByStream" | "statesIn" | "certificatesIn" | "states" | "certificates" | "institution"
>;

/**
 * The streams of a range: texts that hash to their leaf hashes, well-formed entries, an unbroken
 * chain, and the projections that follow from them.
 */
export async function checkStreams(snapshot: Snapshot, job: StreamsJob): Promise<StreamsVerdict> {
  const walk: Walk = {
    ...job,
    damages: collectDamages(job.damagesMax),
    differences: collectDamages(job.damagesMax),
    pairs: collectPairs(),
    attendances: [],
    told: { rules: [], pauses: [] },
    compared: { states: 0, certificates: 0 },
    texts: { entries: 0, bytes: 0, areAsHashed: true },
    leaves: collectLeaves(),
    snapshot,
    stored: await fetchRange(snapshot, job.log, job.range),
    others: [],
    streams: 0,
    certificates: 0,
    lastReport: null,
    newest: null,
  };
  let stream: Stream | null = null;
  for await (const page of snapshot.entriesByStream(job.log, job.range)) {
    stream = takePage(walk, stream, page);
  }
  if (stream !== null) finish(walk, stream);
  await compareByName(comparing(walk), walk.others);
  walk.damages.addAll(walk.differences);
  const { streams, certificates, lastReport, newest, damages, attendances } = walk;
  const { told, compared, texts } = walk;
  return {
    streams,
    certificates,
    lastReport,
    newest,
    pairs: walk.pairs.pairs(),
    attendances: attendances.join("\n"),
    told,
    compared,
    texts,
    leaves: walk.leaves.leaves(),
    damages: { list: damages.list, count: damages.count },
  };
}

const comparing = ({ snapshot, log, differences, compared }: Walk) => ({
  snapshot,
  log,
  damages: differences,
  compared,
});

/** Returns the stream that may go on in the next page. */
function takePage(walk: Walk, before: Stream | null, page: FsckPage): Stream | null {
  let stream = before;
  for (let row = 0; row < page.count; row++) {
    const name = page.stream(row);
    if (stream === null || !stream.name.equals(name)) {
      if (stream !== null) finish(walk, stream);
      stream = startStream(name);
    }
    takeEntry(walk, stream, rowOf(page, row));
  }
  return stream;
}

const startStream = (name: Buffer): Stream => ({
  name: Buffer.from(name),
  text: name.toString("utf8"),
  version: 0,
  last: null,
  published: null,
  replay: startReplay(),
  recordedAt: "",
  isBroken: false,
});

type Row = Place & { version: number; leafHash: Buffer; entry: Buffer };

function rowOf(page: FsckPage, row: number): Row {
  const leafHash = page.leafHash(row);
  return {
    index: page.index(row),
    version: page.version(row),
    leafHash,
    hash: leafHash.toString("base64url"),
    entry: page.entry(row),
  };
}

function finish(walk: Walk, stream: Stream): void {
  const { text, version, published, replay, isBroken } = stream;
  walk.streams += 1;
  if (published !== null) {
    const leafHash = Buffer.from(published.hash, "base64url");
    const value = logMapValue(sha256, published.index, leafHash);
    walk.pairs.add(mapKey(sha256, text), value);
  }
  if (replay.report !== null) {
    walk.certificates += 1;
    const { index, recordedAt } = replay.report;
    walk.lastReport = newerOf(walk.lastReport, { index, recordedAt });
  }
  if (isBroken) return;
  const finished = { stream: text, version, replay };
  if (!compareAtHand(comparing(walk), finished, walk.stored)) walk.others.push(finished);
  tellAgain(walk.told, replay);
}

/** Only noted: which of text and hash was changed is told by the published tile. */
function hashText({ texts, leaves }: Walk, { index, entry, leafHash }: Row, time: number): void {
  texts.entries += 1;
  texts.bytes += entry.length;
  if (leafHash.equals(hashLeaf(sha256, entry))) leaves.add(index, leafHash, time);
  else texts.areAsHashed = false;
}

function takeEntry(walk: Walk, stream: Stream, row: Row): void {
  const before = stream.last;
  const version = stream.version + 1;
  const place: Place = { index: row.index, hash: row.hash };
  stream.last = place;
  stream.version = row.version;
  if (row.index < walk.publishedSize) stream.published = place;
  const complaint = judge(walk, { stream, before, version }, row);
  hashText(walk, row, complaint === null ? timeOrder(stream.recordedAt) : NO_TIME);
  if (complaint === null) return;
  const { kind, expected, found } = complaint;
  const where = `entry ${row.index} (\`${stream.text}\` version ${row.version})`;
  walk.damages.add(kind, { log: walk.log, where, expected, found });
  stream.isBroken = true;
}

type Complaint = {
  kind: "entry-malformed" | "entry-columns" | "stream-chain";
  expected: string;
  found: string;
};

/** The entry before it in its stream, and the version that comes next. */
type At = { stream: Stream; before: Place | null; version: number };

function judge(walk: Walk, at: At, row: Row): Complaint | null {
  const { stream } = at;
  const entry = readInPlace(walk, at, row);
  if ("kind" in entry) return entry;
  const backInTime = takeTime(walk, stream, { index: row.index, recordedAt: entry.recordedAt });
  if (backInTime !== null) return backInTime;
  if (stream.isBroken) return null;
  try {
    replayEntry(stream.replay, row.index, entry);
  } catch (fault) {
    const found = fault instanceof Error ? fault.message : String(fault);
    return { kind: "entry-malformed", expected: "an event that can follow", found };
  }
  const attendance = attendanceOf(entry, row.index, stream.replay.state);
  if (attendance !== null) walk.attendances.push(packAttendance(attendance));
  return null;
}

/** What was known at a time must stay so: no entry says a time before that of the one before it. */
function takeTime(walk: Walk, stream: Stream, recorded: Recorded): Complaint | null {
  const { recordedAt } = recorded;
  const before = stream.recordedAt;
  stream.recordedAt = recordedAt;
  if ((walk.newest?.index ?? -1) < recorded.index) walk.newest = recorded;
  if (recordedAt >= before) return null;
  const expected = `recorded at ${before} or later`;
  return { kind: "stream-chain", expected, found: `recorded at ${recordedAt}` };
}

/** The entry, when it stands where its columns say and follows the one before it. */
function readInPlace(walk: Walk, at: At, row: Row): PlainEntry | Complaint {
  const { stream, before: previous, version } = at;
  const isNext = row.version === version && (previous?.index ?? -1) < row.index;
  const place = { log: walk.log, stream: stream.text, version, previous };
  const plain = isNext ? readPlainEntry(row.entry, place) : null;
  return plain ?? readStrictly(walk, at, row);
}

function readStrictly(walk: Walk, at: At, row: Row): PlainEntry | Complaint {
  const { stream, before, version } = at;
  const read = readStoredEntry(row.entry);
  if (!read.ok) {
    return { kind: "entry-malformed", expected: "a canonical entry", found: read.because };
  }
  const { entry, plain } = read;
  if (entry.log !== walk.log || entry.stream !== stream.text || entry.version !== row.version) {
    return {
      kind: "entry-columns",
      expected: `\`${entry.log}\` \`${entry.stream}\` version ${entry.version}`,
      found: `\`${walk.log}\` \`${stream.text}\` version ${row.version}`,
    };
  }
  const said = entry.previous;
  const isNext = said?.index === before?.index && said?.hash === before?.hash;
  if (row.version !== version || !isNext || (before?.index ?? -1) >= row.index) {
    const found = `version ${row.version} after ${placeText(said)}`;
    const expected = `version ${version} after ${placeText(before)}`;
    return { kind: "stream-chain", expected, found };
  }
  return plain;
}

const placeText = (place: Place | null) =>
  place === null ? "none" : `entry ${place.index} ${place.hash}`;

export function newerOf(one: Recorded | null, other: Recorded | null): Recorded | null {
  return one === null || (other !== null && other.index > one.index) ? other : one;
}
