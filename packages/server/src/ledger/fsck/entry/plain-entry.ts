import type { Entry } from "@suzheng/log-format";
import { eventView } from "./event-view.ts";
import { readCommitments } from "./plain-commitments.ts";
import { type EntryEnd, type EntryPlace, readEnd } from "./plain-entry-end.ts";
import { plainFields, readFields } from "./plain-fields.ts";
import {
  doubt,
  expect,
  expectByte,
  InDoubt,
  plain,
  type Reader,
  skip,
  skipText,
  startsWith,
} from "./plain-reader.ts";

/** What a replay reads of an entry; the rest has been looked over in place. */
export type PlainEntry = EntryEnd & {
  /** With null for what is left out; good until the next entry is read. */
  data: Entry["data"];
  /** The text of `data` stands between these places; good as long as the entry's own bytes. */
  bytes: Buffer;
  dataFrom: number;
  dataUntil: number;
  /** The text of `commitments`; empty without any. */
  commitments: string;
};

const OPEN = 0x7b;
const CLOSE = 0x7d;
const COMMA = 0x2c;
const LIST_OPEN = 0x5b;
const LIST_CLOSE = 0x5d;
const DATA = plain('"data":{');
const FORMAT = plain(',"format":"suzheng-entry/1",');
const JUDGED = plain('"judged":');
const PACK = plain('{"pack":');
const VERDICTS = plain(',"verdicts":');
const VERSION = plain(',"version":');
const CLAUSE = plain('{"clause":"');
const FACTS = plain(',"facts":{');
const OUTCOME = plain(',"outcome":');
const REQUIREMENT = plain(',"requirement":');
const OUTCOMES = ["met", "not-met", "not-applicable", "cannot-tell"].map((word) =>
  plain(`"${word}"`),
);

/**
 * Reads an entry whose bytes are certainly canonical, of the right shape and of this place, in one
 * pass and without making objects of the verdicts, more than half of a usual entry. Null when in
 * doubt. Never an entry that `parseEntry` refuses or that says another place.
 */
export function readPlainEntry(bytes: Buffer, place: EntryPlace): PlainEntry | null {
  try {
    return readEntry({ bytes, at: 0 }, place);
  } catch (error) {
    if (error instanceof InDoubt) return null;
    throw error;
  }
}

/** Of the entry that is being read. */
const fields = plainFields();

function readEntry(reader: Reader, place: EntryPlace): PlainEntry {
  const { bytes } = reader;
  expectByte(reader, OPEN);
  const commitments = readCommitments(reader);
  expect(reader, DATA);
  reader.at -= 1;
  const dataFrom = reader.at;
  readFields(reader, fields);
  const dataUntil = reader.at;
  expect(reader, FORMAT);
  if (startsWith(reader, JUDGED)) lookOverJudged(reader);
  const { occurredOn, recordedAt, type, schema } = readEnd(reader, place);
  if (reader.at !== bytes.length || bytes.length > ENTRY_BYTES_MAX) doubt();
  const data = eventView(type, { bytes, dataFrom, dataUntil, fields });
  const found = { occurredOn, recordedAt, type, schema, data, commitments };
  return { ...found, bytes, dataFrom, dataUntil };
}

const ENTRY_BYTES_MAX = 65_535;
function lookOverJudged(reader: Reader): void {
  expect(reader, JUDGED);
  lookOverList(reader, lookOverPack);
  expectByte(reader, COMMA);
}

function lookOverPack(reader: Reader): void {
  expect(reader, PACK);
  skipText(reader);
  expect(reader, VERDICTS);
  lookOverList(reader, lookOverVerdict);
  expect(reader, VERSION);
  skipText(reader);
  expectByte(reader, CLOSE);
}

function lookOverVerdict(reader: Reader): void {
  expect(reader, CLAUSE);
  reader.at -= 1;
  skip(reader);
  expect(reader, FACTS);
  reader.at -= 1;
  skip(reader);
  expect(reader, OUTCOME);
  const outcome = OUTCOMES.find((known) => startsWith(reader, known)) ?? doubt();
  reader.at += outcome.length;
  expect(reader, REQUIREMENT);
  skipText(reader);
  expectByte(reader, CLOSE);
}

function lookOverList(reader: Reader, lookOverItem: (reader: Reader) => void): void {
  expectByte(reader, LIST_OPEN);
  if (reader.bytes[reader.at] === LIST_CLOSE) {
    reader.at += 1;
    return;
  }
  for (;;) {
    lookOverItem(reader);
    const next = reader.bytes[reader.at];
    reader.at += 1;
    if (next === LIST_CLOSE) return;
    if (next !== COMMA) doubt();
  }
}
