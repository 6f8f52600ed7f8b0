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
>;

/** Days that exist in every year; the 29th of February is left to the strict reader. */
const DAY = String.raw`\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)`;
const DATE = new RegExp(`^${DAY}$`);
const INSTANT = new RegExp(String.raw`^${DAY}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$`);
const HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const COUNT = /^(?:0|[1-9]\d{0,14})$/;
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
  expect(reader, "{");
  const commitments = readCommitments(reader);
  expect(reader, '"data":{');
  reader.at -= 1;
  const data = JSON.parse(textOfValue(reader)) as Entry["data"];
  expect(reader, ',"format":"suzheng-entry/1",');
  if (reader.bytes[reader.at + 1] === 0x6a) lookOverJudged(reader);
  expect(reader, '"log":');
  const log = readText(reader);
  expect(reader, ',"occurredOn":');
  const occurredOn = matching(readText(reader), DATE);
  expect(reader, ',"previous":');
  const previous = readPrevious(reader);
  expect(reader, ',"recordedAt":');
  const recordedAt = matching(readText(reader), INSTANT);
  expect(reader, ',"schema":');
  const schema = readCount(reader);
  expect(reader, ',"stream":');
  const stream = readText(reader);
  expect(reader, ',"submitter":');
  readText(reader);
  expect(reader, ',"type":');
  const type = readText(reader);
  expect(reader, ',"version":');
  const version = readCount(reader);
  expect(reader, "}");
  const isWhole = reader.at === reader.bytes.length && reader.at <= ENTRY_BYTES_MAX;
  if (!isWhole || schema === 0 || version === 0 || (previous === null) !== (version === 1)) {
    throw IN_DOUBT;
  }
  const entry = { log, stream, version, previous, type, schema, occurredOn, recordedAt, data };
  return commitments === null ? entry : { ...entry, commitments };
}

const ENTRY_BYTES_MAX = 65_535;

function expect(reader: Reader, text: string): void {
  const { bytes, at } = reader;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) throw IN_DOUBT;
  reader.at = at + text.length;
}

/** Skips a canonical value and returns its text. */
function textOfValue(reader: Reader): string {
  const from = reader.at;
  skip(reader);
  return reader.bytes.toString("utf8", from, reader.at);
}

function skip(reader: Reader): void {
  reader.at = valueEnd(reader.bytes, reader.at);
  if (reader.at === DOUBT) throw IN_DOUBT;
}

/** A text that is not empty; plain texts have no escapes. */
function readText(reader: Reader): string {
  const value = textOfValue(reader);
  if (value.length < 3 || !value.startsWith('"')) throw IN_DOUBT;
  return value.slice(1, -1);
}

function matching(text: string, pattern: RegExp): string {
  if (!pattern.test(text)) throw IN_DOUBT;
  return text;
}

const readCount = (reader: Reader): number => Number(matching(textOfValue(reader), COUNT));

function readCommitments(reader: Reader): Record<string, string> | null {
  if (reader.bytes[reader.at + 1] !== 0x63) return null;
  expect(reader, '"commitments":');
  const commitments = JSON.parse(textOfValue(reader)) as unknown;
  expect(reader, ",");
  if (typeof commitments !== "object" || commitments === null) throw IN_DOUBT;
  for (const [name, hash] of Object.entries(commitments)) {
    if (name === "" || typeof hash !== "string" || !HASH.test(hash)) throw IN_DOUBT;
  }
  if (Array.isArray(commitments)) throw IN_DOUBT;
  return commitments as Record<string, string>;
}

function readPrevious(reader: Reader): Entry["previous"] {
  if (reader.bytes[reader.at] === 0x6e) {
    expect(reader, "null");
    return null;
  }
  expect(reader, '{"hash":');
  const hash = matching(readText(reader), HASH);
  expect(reader, ',"index":');
  const index = readCount(reader);
  expect(reader, "}");
  return { hash, index };
}

function lookOverJudged(reader: Reader): void {
  expect(reader, '"judged":');
  lookOverList(reader, () => {
    expect(reader, '{"pack":');
    readText(reader);
    expect(reader, ',"verdicts":');
    lookOverList(reader, () => lookOverVerdict(reader));
    expect(reader, ',"version":');
    readText(reader);
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
  if (!OUTCOMES.includes(textOfValue(reader))) throw IN_DOUBT;
  expect(reader, ',"requirement":');
  readText(reader);
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
