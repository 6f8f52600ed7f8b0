import { hashFromJson, logNoteValue, mapProofFromJson } from "@suzheng/log-format";
import { logMapValue, mapKey, type Sha256, verifyInclusion, verifyMapProof } from "@suzheng/merkle";
import type { ReadBundle, ReadEvent, ReadLog, ReadStream } from "./read-bundle.ts";
import type { Step } from "./verification.ts";

/** The directory's newest entry commits to this state of the log. */
export function checkNote(sha256: Sha256, read: ReadBundle, { note, noteProof }: ReadLog): Step {
  const holds = verifyMapProof(sha256, {
    root: hashFromJson(read.directoryEntry.logsRoot),
    key: mapKey(sha256, note.log),
    value: logNoteValue(sha256, note),
    proof: mapProofFromJson(noteProof),
  });
  return {
    step: "note",
    about: { log: note.log },
    outcome: holds ? "valid" : "invalid",
    detail: holds
      ? {
          zh: `目录所记 \`${note.log}\` 的最新状态：${note.size} 条`,
          en: `newest state of \`${note.log}\` in the directory: ${note.size} entries`,
        }
      : {
          zh: `\`${note.log}\` 的状态与目录所记不符`,
          en: `the directory says something else about \`${note.log}\``,
        },
  };
}

/** The last event of the stream is its newest in that state; or the stream is not there. */
export function checkCurrency(
  sha256: Sha256,
  { note }: ReadLog,
  { stream, mapProof, events }: ReadStream,
): Step {
  const newest = events.at(-1);
  const holds = verifyMapProof(sha256, {
    root: hashFromJson(note.mapRoot),
    key: mapKey(sha256, stream),
    value: newest === undefined ? null : logMapValue(sha256, newest.index, newest.leafHash),
    proof: mapProofFromJson(mapProof),
  });
  const about = { log: note.log, stream };
  if (!holds) {
    return {
      step: "currency",
      about,
      outcome: "invalid",
      detail: {
        zh: `\`${stream}\` 的最后一条不是日志所记的最新一条`,
        en: `the last event of \`${stream}\` is not the newest one of the log`,
      },
    };
  }
  const zh = newest === undefined ? "没有任何记录" : `第 ${newest.index} 条之后没有更新的记录`;
  const en = newest === undefined ? "no event" : `no later event than ${newest.index}`;
  return {
    step: "currency",
    about,
    outcome: "valid",
    detail: { zh: `\`${stream}\`：${zh}`, en: `\`${stream}\`: ${en}` },
  };
}

/**
 * From version 1 on without a gap, each event naming the one before by index and hash, and none
 * recorded before it or after the directory noted the log.
 */
export function checkHistory(
  { directoryEntry: { notedAt } }: ReadBundle,
  { note: { log } }: ReadLog,
  { stream, events }: ReadStream,
): Step {
  const broken = events.findIndex(
    (event, i) => !follows(event, { place: i, before: events[i - 1], log, stream, notedAt }),
  );
  return {
    step: "history",
    about: { log, stream },
    outcome: broken < 0 ? "valid" : "invalid",
    detail:
      broken < 0
        ? {
            zh: `\`${stream}\`：${events.length} 条首尾相接`,
            en: `\`${stream}\`: ${events.length} events without a gap`,
          }
        : {
            zh: `\`${stream}\`：第 ${broken + 1} 条与前一条不衔接`,
            en: `\`${stream}\`: event ${broken + 1} does not follow the one before`,
          },
  };
}

type Place = {
  place: number;
  before: ReadEvent | undefined;
  log: string;
  stream: string;
  notedAt: string;
};

function follows({ entry, index }: ReadEvent, at: Place): boolean {
  const { place, before, log, stream, notedAt } = at;
  if (entry.log !== log || entry.stream !== stream || entry.version !== place + 1) return false;
  if (entry.recordedAt > notedAt) return false;
  if (before === undefined) return entry.previous === null;
  const { previous } = entry;
  return (
    previous !== null &&
    previous.index === before.index &&
    previous.hash === before.leafHashText &&
    before.index < index &&
    before.entry.recordedAt <= entry.recordedAt
  );
}

/** Every event of the log stands in the noted tree, recorded in the order of the log. */
export function checkInclusion(sha256: Sha256, { note, streams }: ReadLog): Step {
  const root = hashFromJson(note.root);
  const events = streams.flatMap((stream) => stream.events);
  const missing = events.find(({ index, leafHash, inclusion }) => {
    const proof = inclusion.map(hashFromJson);
    return !verifyInclusion(sha256, { index, size: note.size, leafHash, proof, root });
  });
  const about = { log: note.log };
  if (missing !== undefined) {
    const detail = {
      zh: `第 ${missing.index} 条不在 \`${note.log}\` 的日志中`,
      en: `entry ${missing.index} is not in the log of \`${note.log}\``,
    };
    return { step: "inclusion", about, outcome: "invalid", detail };
  }
  const early = recordedBeforeEarlierOne(events);
  if (early !== undefined) {
    const detail = {
      zh: `第 ${early.index} 条所记的时间早于它之前的记录`,
      en: `entry ${early.index} says a time before that of an entry before it`,
    };
    return { step: "inclusion", about, outcome: "invalid", detail };
  }
  const detail = {
    zh: `${events.length} 条均在 \`${note.log}\` 的日志中`,
    en: `all ${events.length} events are in the log of \`${note.log}\``,
  };
  return { step: "inclusion", about, outcome: "valid", detail };
}

function recordedBeforeEarlierOne(events: readonly ReadEvent[]): ReadEvent | undefined {
  const inOrder = events.toSorted((one, other) => one.index - other.index);
  return inOrder.find(
    ({ entry }, i) => entry.recordedAt < (inOrder[i - 1]?.entry.recordedAt ?? ""),
  );
}
