import { DOUBT, valueEnd } from "./plain-canonical.ts";

/** Leaves the reader from any depth; what is in doubt is decided by `parseEntry`. */
export class InDoubt extends Error {}
const IN_DOUBT = new InDoubt("in doubt");

/** Reads along the bytes; every step throws when they are not what is expected. */
export type Reader = { bytes: Buffer; at: number };

/** One for all: made anew it would cost a trace of calls each time. */
export function doubt(): never {
  throw IN_DOUBT;
}

/** What is always the same, as bytes: comparing them costs half of comparing with text. */
export const plain = (text: string): Buffer => Buffer.from(text, "latin1");

export function startsWith({ bytes, at }: Reader, start: Buffer): boolean {
  for (let i = 0; i < start.length; i++) if (bytes[at + i] !== start[i]) return false;
  return true;
}

export function expect(reader: Reader, start: Buffer): void {
  if (!startsWith(reader, start)) doubt();
  reader.at += start.length;
}

export function expectByte(reader: Reader, byte: number): void {
  if (reader.bytes[reader.at] !== byte) doubt();
  reader.at += 1;
}

export function skip(reader: Reader): void {
  reader.at = valueEnd(reader.bytes, reader.at);
  if (reader.at === DOUBT) doubt();
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Skips a text that is not empty. */
export function skipText(reader: Reader): void {
  const { bytes, at } = reader;
  if (bytes[at] !== QUOTE || bytes[at + 1] === QUOTE) doubt();
  skip(reader);
}

/** Whether it stands for itself in canonical JSON, in one byte. */
const isPlain = (code: number): boolean =>
  code >= 0x20 && code < 0x7f && code !== QUOTE && code !== BACKSLASH;

/** This very text up to the quote behind it; in doubt when it is not of plain characters. */
export function expectText(reader: Reader, text: string): void {
  const { bytes, at } = reader;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (bytes[at + i] !== code || !isPlain(code)) doubt();
  }
  if (text === "") doubt();
  reader.at += text.length;
  expectByte(reader, QUOTE);
}

/** A text of plain characters that is not empty, up to the quote behind it. */
export function skipPlainText(reader: Reader): void {
  const { bytes, at: from } = reader;
  let at = from;
  while (isPlain(bytes[at] ?? 0)) at += 1;
  if (at === from) doubt();
  reader.at = at;
  expectByte(reader, QUOTE);
}

export function readPlainText(reader: Reader): string {
  const from = reader.at;
  skipPlainText(reader);
  return reader.bytes.toString("latin1", from, reader.at - 1);
}

/** A number of so many digits, with zeros in front. */
export function readDigits(reader: Reader, count: number): number {
  let number = 0;
  for (let i = 0; i < count; i++) {
    const digit = (reader.bytes[reader.at + i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) doubt();
    number = number * 10 + digit;
  }
  reader.at += count;
  return number;
}

/** This very number, from 0. */
export function expectCount(reader: Reader, count: number): void {
  const { bytes } = reader;
  const from = reader.at;
  let number = 0;
  for (; isDigit(bytes[reader.at]); reader.at++)
    number = number * 10 + (bytes[reader.at] ?? 0) - ZERO;
  const length = reader.at - from;
  // A longer one may not be exact, and none but 0 begins with 0.
  if (number !== count || length === 0 || length > DIGITS_MAX) doubt();
  if (length > 1 && bytes[from] === ZERO) doubt();
}

const ZERO = 0x30;
const DIGITS_MAX = 15;
const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= ZERO && byte <= 0x39;
