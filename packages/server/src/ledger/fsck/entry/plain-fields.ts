import { DOUBT, isInOrder, valueEnd } from "./plain-canonical.ts";
import { doubt, expectByte, type Reader } from "./plain-reader.ts";

/** Objects with more are left to the strict reader. */
const FIELDS_MAX = 256;

/** Where the fields of an object stand, in their order; one is used for many objects. */
export type PlainFields = {
  count: number;
  /** First quote of the name. */
  names: Int32Array;
  values: Int32Array;
  /** Behind the value. */
  ends: Int32Array;
};

export const plainFields = (): PlainFields => ({
  count: 0,
  names: new Int32Array(FIELDS_MAX),
  values: new Int32Array(FIELDS_MAX),
  ends: new Int32Array(FIELDS_MAX),
});

const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x22;
const COLON = 0x3a;
const COMMA = 0x2c;

/** Skips the object as `skip` does, and notes its own fields. */
export function readFields(reader: Reader, fields: PlainFields): void {
  const { bytes } = reader;
  expectByte(reader, OPEN);
  fields.count = 0;
  if (bytes[reader.at] === CLOSE) {
    reader.at += 1;
    return;
  }
  for (;;) {
    readField(reader, fields);
    const next = bytes[reader.at];
    reader.at += 1;
    if (next === CLOSE) return;
    if (next !== COMMA) doubt();
  }
}

function readField(reader: Reader, fields: PlainFields): void {
  const { count, names, values, ends } = fields;
  const { bytes, at: name } = reader;
  if (bytes[name] !== QUOTE || count === FIELDS_MAX) doubt();
  const colon = valueEnd(bytes, name);
  if (colon === DOUBT || bytes[colon] !== COLON) doubt();
  if (count > 0 && !isInOrder(bytes, names[count - 1] ?? 0, name)) doubt();
  const end = valueEnd(bytes, colon + 1);
  if (end === DOUBT) doubt();
  names[count] = name;
  values[count] = colon + 1;
  ends[count] = end;
  fields.count += 1;
  reader.at = end;
}
