export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** Permanent codes: why something cannot be written as canonical JSON. */
export type NotEncodableCode =
  | "not-json"
  | "unsafe-number"
  | "nul"
  | "not-unicode"
  | "not-nfc"
  | "too-deep"
  | "too-long";

/** The value cannot become an entry. Text from outside is brought into NFC where it comes in. */
export class NotEncodable extends Error {
  override name = "NotEncodable";
  readonly code: NotEncodableCode;
  constructor(code: NotEncodableCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Lists and objects inside one another. Limited: hostile input must not exhaust the stack. */
export const JSON_DEPTH_MAX = 64;

/**
 * RFC 8785 (JCS), narrowed: text is NFC, whole numbers are within ±(2^53 − 1). Throws NotEncodable.
 * Same bytes as the `canonicalize` package, which tests compare against; this one is for the path
 * of thousands of entries a second and for browsers.
 */
export function canonicalJson(value: JsonValue): string {
  return canonicalPart(value, 0);
}

/** The same of a value that is to stand `depth` lists and objects deep. */
export function canonicalPart(value: JsonValue, depth: number): string {
  // Values already in order and of plain text, nearly all, are written natively.
  if (isOrdered(value, depth)) {
    const text = JSON.stringify(value);
    if (PLAIN_JSON.test(text) && !text.includes("\\u")) return text;
  }
  return canonicalAt(value, depth);
}

// JSON text of characters that are NFC whatever stands beside them. An escape `\u` may hide others.
const PLAIN_JSON = /^[ -\u02ff\u2010-\u2027\u3001-\u3029\u4e00-\u9fff\uff01-\uffef]*$/;

/** Whether JSON.stringify writes this value as RFC 8785 does, as far as its texts allow. */
function isOrdered(value: JsonValue, depth: number): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
    case "object":
      if (value === null) return true;
      if (depth === JSON_DEPTH_MAX) return false;
      return isArray(value)
        ? value.every((item) => isOrdered(item, depth + 1))
        : areMembersOrdered(value, depth + 1);
    default:
      return false;
  }
}

function areMembersOrdered(value: { readonly [name: string]: JsonValue }, depth: number): boolean {
  let previous = "";
  // Unlike a list of the names this makes nothing. An inherited name, never written, can only make
  // it say no, and then the slower way writes the value.
  for (const name in value) {
    if (name < previous || !isOrdered(value[name] as JsonValue, depth)) return false; // a member
    previous = name;
  }
  return true;
}

function canonicalAt(value: JsonValue, depth: number): string {
  switch (typeof value) {
    case "string":
      return canonicalString(value);
    case "number":
      return canonicalNumber(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      if (depth === JSON_DEPTH_MAX) throw new NotEncodable("too-deep", "it is nested too deeply");
      return isArray(value)
        ? `[${value.map((item) => canonicalAt(item, depth + 1)).join(",")}]`
        : canonicalObject(value, depth + 1);
    default:
      throw new NotEncodable("not-json", `\`${typeof value}\` has no place in JSON`);
  }
}

const isArray = (value: object): value is readonly JsonValue[] => Array.isArray(value);

function canonicalObject(value: { readonly [name: string]: JsonValue }, depth: number): string {
  const names = Object.keys(value);
  if (!isSorted(names)) names.sort(); // by UTF-16 code units, as RFC 8785 §3.2.3 wants
  let text = "{";
  for (const name of names) {
    if (text.length > 1) text += ",";
    text += `${canonicalString(name)}:${canonicalAt(value[name] as JsonValue, depth)}`; // own names
  }
  return `${text}}`;
}

function isSorted(names: readonly string[]): boolean {
  for (let i = 1; i < names.length; i++) {
    if ((names[i - 1] as string) > (names[i] as string)) return false; // inside the bounds
  }
  return true;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    throw new NotEncodable("unsafe-number", `\`${value}\` is not a number that JSON keeps exactly`);
  }
  return JSON.stringify(value);
}

// Characters that are NFC whatever stands beside them and that JSON does not escape; nearly all
// text in reports is made of them.
const PLAIN = /^[ !#-[\]-\u02ff\u2010-\u2027\u3001-\u3029\u4e00-\u9fff\uff01-\uffef]*$/;

function canonicalString(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  if (value.includes("\0")) throw new NotEncodable("nul", "text has a NUL character");
  if (!value.isWellFormed()) throw new NotEncodable("not-unicode", "text has half a character");
  if (value.normalize("NFC") !== value) {
    throw new NotEncodable("not-nfc", `\`${value}\` is not in Unicode normal form C`);
  }
  return JSON.stringify(value);
}
