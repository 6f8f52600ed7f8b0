import type { Entry } from "@suzheng/log-format";
import {
  doubt,
  expect,
  expectByte,
  expectCount,
  expectText,
  plain,
  type Reader,
  readDigits,
  readPlainText,
  skipPlainText,
} from "./plain-reader.ts";

const LOG = plain('"log":"');
const OCCURRED_ON = plain(',"occurredOn":"');
const PREVIOUS = plain('","previous":');
const NULL = plain("null");
const HASH = plain('{"hash":"');
const INDEX = plain(',"index":');
const RECORDED_AT = plain(',"recordedAt":"');
const SCHEMA = plain('","schema":');
const STREAM = plain(',"stream":"');
const SUBMITTER = plain(',"submitter":"');
const TYPE = plain(',"type":"');
const VERSION = plain(',"version":');
const END = plain("}");

/** Where an entry stands by its columns and by the entry before it in its stream. */
export type EntryPlace = Pick<Entry, "log" | "stream" | "version" | "previous">;

export type EntryEnd = Pick<Entry, "occurredOn" | "recordedAt" | "type" | "schema">;

/**
 * What stands behind the verdicts. Nearly all of it is known from the columns and from the entry
 * before, so it is compared in place; text is made only of what is not.
 */
export function readEnd(reader: Reader, place: EntryPlace): EntryEnd {
  expect(reader, LOG);
  expectText(reader, place.log);
  expect(reader, OCCURRED_ON);
  const occurredOn = readDay(reader);
  expect(reader, PREVIOUS);
  expectPrevious(reader, place.previous);
  expect(reader, RECORDED_AT);
  const recordedAt = readInstant(reader);
  expect(reader, SCHEMA);
  const schema = readSchema(reader);
  expect(reader, STREAM);
  expectText(reader, place.stream);
  expect(reader, SUBMITTER);
  skipPlainText(reader);
  expect(reader, TYPE);
  const type = readPlainText(reader);
  expect(reader, VERSION);
  expectCount(reader, place.version);
  expect(reader, END);
  return { occurredOn, recordedAt, type, schema };
}

function expectPrevious(reader: Reader, previous: EntryPlace["previous"]): void {
  if (previous === null) {
    expect(reader, NULL);
    return;
  }
  expect(reader, HASH);
  expectText(reader, previous.hash);
  expect(reader, INDEX);
  expectCount(reader, previous.index);
  expect(reader, END);
}

const HYPHEN = 0x2d;
const COLON = 0x3a;
const POINT = 0x2e;
const T = 0x54;
const Z = 0x5a;

/** Days of each month in every year; the 29th of February is left to the strict reader. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function skipDay(reader: Reader): void {
  readDigits(reader, 4);
  expectByte(reader, HYPHEN);
  const month = readDigits(reader, 2);
  expectByte(reader, HYPHEN);
  const day = readDigits(reader, 2);
  if (day < 1 || day > (DAYS[month - 1] ?? 0)) doubt();
}

function readDay(reader: Reader): string {
  const from = reader.at;
  skipDay(reader);
  return reader.bytes.toString("latin1", from, reader.at);
}

function readInstant(reader: Reader): string {
  const from = reader.at;
  skipDay(reader);
  expectByte(reader, T);
  if (readDigits(reader, 2) > 23) doubt();
  expectByte(reader, COLON);
  if (readDigits(reader, 2) > 59) doubt();
  expectByte(reader, COLON);
  if (readDigits(reader, 2) > 59) doubt();
  expectByte(reader, POINT);
  readDigits(reader, 3);
  expectByte(reader, Z);
  return reader.bytes.toString("latin1", from, reader.at);
}

/** Versions of data with more than a digit are left to the strict reader. */
function readSchema(reader: Reader): number {
  const schema = readDigits(reader, 1);
  return schema === 0 ? doubt() : schema;
}
