import {
  type Bundle,
  type Checkpoint,
  certificateStream,
  type DirectoryEntry,
  type Entry,
  type LogNote,
  type MapProofJson,
  malformed,
  type Parsed,
  type ProvenEntry,
  parseBundle,
  parseCheckpoint,
  parseDirectoryEntry,
  parsedPart,
  parseEntry,
  parseNote,
  parsing,
  ruleStream,
  type SignedNote,
  toBase64Url,
} from "@suzheng/log-format";
import { type Hash, hashLeaf, type Sha256 } from "@suzheng/merkle";

/** An event as read: bytes hashed once, entry decoded once. */
export type ReadEvent = {
  index: number;
  leafHash: Hash;
  /** The leaf hash as acts refer to it. */
  leafHashText: string;
  entry: Entry;
  inclusion: readonly string[];
};

export type ReadStream = { stream: string; mapProof: MapProofJson; events: ReadEvent[] };
export type ReadLog = { note: LogNote; noteProof: MapProofJson; streams: ReadStream[] };

export type ReadBundle = {
  bundle: Bundle;
  note: SignedNote;
  checkpoint: Checkpoint;
  directoryEntry: DirectoryEntry;
  directoryLeafHash: Hash;
  logs: ReadLog[];
};

/** Decodes everything in the bundle; the first part that is not well formed is named. */
export function readBundle(sha256: Sha256, text: string): Parsed<ReadBundle> {
  return parsing(() => {
    const bundle = parsedPart("bundle", parseBundle(text));
    const note = parsedPart("directory.checkpoint", parseNote(bundle.directory.checkpoint));
    refuseWithoutSubject(bundle);
    return {
      bundle,
      note,
      checkpoint: parsedPart("directory.checkpoint", parseCheckpoint(note.text)),
      directoryEntry: parsedPart("directory.entry", parseDirectoryEntry(bundle.directory.entry)),
      directoryLeafHash: hashLeaf(sha256, utf8(bundle.directory.entry)),
      logs: bundle.logs.map((log, l) => ({
        ...log,
        streams: log.streams.map((stream, s) => ({
          ...stream,
          events: stream.events.map((event, e) =>
            readEvent(sha256, event, `logs[${l}].streams[${s}].events[${e}]`),
          ),
        })),
      })),
    };
  });
}

function readEvent(sha256: Sha256, event: ProvenEntry, where: string): ReadEvent {
  const leafHash = hashLeaf(sha256, utf8(event.entry));
  return {
    index: event.index,
    leafHash,
    leafHashText: toBase64Url(leafHash),
    entry: parsedPart(`${where}.entry`, parseEntry(event.entry)),
    inclusion: event.inclusion,
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function refuseWithoutSubject({ subject, logs }: Bundle): void {
  const { institution } = subject;
  const wanted =
    subject.kind === "certificate" ? certificateStream(subject.number) : ruleStream(subject.rule);
  const log = logs.find(({ note }) => note.log === institution);
  if (log?.streams.some(({ stream }) => stream === wanted)) return;
  malformed({
    zh: `文件中没有 \`${institution}\` 的记录流 \`${wanted}\``,
    en: `the file has no stream \`${wanted}\` of \`${institution}\``,
  });
}
