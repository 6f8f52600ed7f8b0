import type { Entry } from "@suzheng/log-format";
import { DOUBT, valueEnd } from "./plain-canonical.ts";

/** What a replay reads of an entry; the rest has been looked over in place. */
export type PlainEntry = Pick<
  Entry,
  | "log"
  | "stream"
  | "version"
  | "previous"
  | "type"
  | "schema"
  | "occurredOn"
  | "recordedAt"
  | "data"
  | "commitments"
> & {
  /** The text of `data`; good as long as the entry's own bytes. */
  dataBytes: Buffer;
};

/** Days that exist in every year; the 29th of February is left to the strict reader. */
const DAY = String.raw`\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)`;
const INSTANT = String.raw`${DAY}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z`;
const HASH = "[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]";
const COUNT = String.raw`0|[1-9]\d{0,14}`;
/** A text that is not empty, of ASCII without escapes. */
const TEXT = String.raw`[ !#-[\]-~]+`;
const PREVIOUS = String.raw`null|\{"hash":"(${HASH})","index":(${COUNT})\}`;

/** What stands behind the verdicts, all of it short. */
const END = new RegExp(
  `^"log":"(${TEXT})","occurredOn":"(${DAY})","previous":(?:${PREVIOUS}),` +
    `"recordedAt":"(${INSTANT})","schema":(${COUNT}),"stream":"(${TEXT})",` +
    String.raw`"submitter":"${TEXT}","type":"(${TEXT})","version":(${COUNT})\}$`,
);
const COMMITMENT = `"${TEXT}":"${HASH}"`;
const COMMITMENTS = new RegExp(String.raw`^\{(?:${COMMITMENT}(?:,${COMMITMENT})*)?\}$`);
const OUTCOMES = ["met", "not-met", "not-applicable", "cannot-tell"].map((word) => `"${word}"`);

/** Leaves the reader from any depth; what is in doubt is decided by `parseEntry`. */
class InDoubt extends Error {}
const IN_DOUBT = new InDoubt("in doubt");

/** Reads along the bytes; every step throws when they are not what is expected. */
type Reader = { bytes: Buffer; at: number };

/**
 * Reads an entry whose bytes are certainly canonical and of the right shape, in one pass and
 * without making objects of the verdicts, more than half of a usual entry. Null when in doubt.
 * Never an entry that `parseEntry` refuses.
 */
export function readPlainEntry(bytes: Buffer): PlainEntry | null {
  try {
    return readEntry({ bytes, at: 0 });
  } catch (error) {
    if (error instanceof InDoubt) return null;
    throw error;
  }
}

function readEntry(reader: Reader): PlainEntry {
  const { bytes } = reader;
  expect(reader, "{");
  const commitments = readCommitments(reader);
  expect(reader, '"data":{');
  reader.at -= 1;
  const dataFrom = reader.at;
  skip(reader);
  const dataBytes = bytes.subarray(dataFrom, reader.at);
  expect(reader, ',"format":"suzheng-entry/1",');
  if (bytes[reader.at + 1] === 0x6a) lookOverJudged(reader);
  const entry = readEnd(reader);
  if (bytes.length > ENTRY_BYTES_MAX) throw IN_DOUBT;
  const data = JSON.parse(dataBytes.toString("utf8")) as Entry["data"];
  const whole = { ...entry, data, dataBytes };
  return commitments === null ? whole : { ...whole, commitments };
}

type End = Omit<PlainEntry, "data" | "dataBytes" | "commitments">;

function readEnd({ bytes, at }: Reader): End {
  const found = END.exec(bytes.toString("latin1", at));
  if (found === null) throw IN_DOUBT;
  const [, log = "", occurredOn = "", hash, index, recordedAt = "", schema, stream = ""] = found;
  const version = Number(found[9]);
  const previous = hash === undefined ? null : { hash, index: Number(index) };
  if (schema === "0" || version === 0 || (previous === null) !== (version === 1)) throw IN_DOUBT;
  const type = found[8] ?? "";
  return { log, stream, version, previous, type, schema: Number(schema), occurredOn, recordedAt };
}

const ENTRY_BYTES_MAX = 65_535;

function startsWith({ bytes, at }: Reader, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function expect(reader: Reader, text: string): void {
  if (!startsWith(reader, text)) throw IN_DOUBT;
  reader.at += text.length;
}

function skip(reader: Reader): void {
  reader.at = valueEnd(reader.bytes, reader.at);
  if (reader.at === DOUBT) throw IN_DOUBT;
}

const QUOTE = 0x22;

/** Skips a text that is not empty. */
function skipText(reader: Reader): void {
  const { bytes, at } = reader;
  if (bytes[at] !== QUOTE || bytes[at + 1] === QUOTE) throw IN_DOUBT;
  skip(reader);
}

function readCommitments(reader: Reader): Record<string, string> | null {
  if (reader.bytes[reader.at + 1] !== 0x63) return null;
  expect(reader, '"commitments":');
  const from = reader.at;
  skip(reader);
  const text = reader.bytes.toString("latin1", from, reader.at);
  if (!COMMITMENTS.test(text)) throw IN_DOUBT;
  expect(reader, ",");
  return JSON.parse(text) as Record<string, string>; // its shape has just been tested
}

function lookOverJudged(reader: Reader): void {
  expect(reader, '"judged":');
  lookOverList(reader, () => {
    expect(reader, '{"pack":');
    skipText(reader);
    expect(reader, ',"verdicts":');
    lookOverList(reader, () => lookOverVerdict(reader));
    expect(reader, ',"version":');
    skipText(reader);
    expect(reader, "}");
  });
  expect(reader, ",");
}

function lookOverVerdict(reader: Reader): void {
  expect(reader, '{"clause":"');
  reader.at -= 1;
  skip(reader);
  expect(reader, ',"facts":{');
  reader.at -= 1;
  skip(reader);
  expect(reader, ',"outcome":');
  const outcome = OUTCOMES.find((known) => startsWith(reader, known));
  if (outcome === undefined) throw IN_DOUBT;
  reader.at += outcome.length;
  expect(reader, ',"requirement":');
  skipText(reader);
  expect(reader, "}");
}

function lookOverList(reader: Reader, lookOverItem: () => void): void {
  expect(reader, "[");
  if (reader.bytes[reader.at] === 0x5d) {
    reader.at += 1;
    return;
  }
  for (;;) {
    lookOverItem();
    const next = reader.bytes[reader.at];
    reader.at += 1;
    if (next === 0x5d) return;
    if (next !== 0x2c) throw IN_DOUBT;
  }
}
