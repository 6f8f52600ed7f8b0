import { isInOrder } from "./plain-canonical.ts";
import {
  doubt,
  expect,
  expectByte,
  plain,
  type Reader,
  skipPlainText,
  startsWith,
} from "./plain-reader.ts";

const COMMITMENTS = plain('"commitments":{');
const VALUE = plain(':"');
const QUOTE = 0x22;
const COMMA = 0x2c;
const CLOSE = 0x7d;

/** Of a hash in base64url; the last one has only four bits. */
const HASH_CHARACTERS = 43;
const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** By character: 1 when it may stand inside a hash, 3 when also at its end. */
const IN_HASH = new Uint8Array(256);
for (const [value, character] of [...BASE64URL].entries()) {
  IN_HASH[character.charCodeAt(0)] = value % 4 === 0 ? 3 : 1;
}

/** The text of the commitments, empty without any, up to the comma behind them. */
export function readCommitments(reader: Reader): string {
  if (!startsWith(reader, COMMITMENTS)) return "";
  const { bytes, at } = reader;
  const from = at + COMMITMENTS.length - 1;
  reader.at = from;
  let before = -1;
  do {
    reader.at += 1;
    const name = reader.at;
    expectByte(reader, QUOTE);
    skipPlainText(reader);
    if (before >= 0 && !isInOrder(bytes, before, name)) doubt();
    before = name;
    expect(reader, VALUE);
    skipHash(reader);
  } while (bytes[reader.at] === COMMA);
  expectByte(reader, CLOSE);
  const until = reader.at;
  expectByte(reader, COMMA);
  return bytes.toString("latin1", from, until);
}

function skipHash(reader: Reader): void {
  const { bytes, at } = reader;
  const last = at + HASH_CHARACTERS - 1;
  for (let i = at; i < last; i++) if ((IN_HASH[bytes[i] ?? 0] ?? 0) === 0) doubt();
  if (IN_HASH[bytes[last] ?? 0] !== 3) doubt();
  reader.at = last + 1;
  expectByte(reader, QUOTE);
}
