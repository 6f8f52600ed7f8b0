/**
 * Whether the bytes are certainly canonical JSON (RFC 8785, NFC): names in order, nothing escaped,
 * only characters that are NFC whatever stands beside them. False when in doubt; then `parseEntry`
 * decides. One pass over the bytes, several times cheaper than writing the value down again.
 */
export const isPlainCanonical = (bytes: Buffer): boolean => valueEnd(bytes, 0) === bytes.length;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Instead of a place: the strict reader has to decide. */
export const DOUBT = -1;

/** Place after the value that starts here. */
export function valueEnd(bytes: Buffer, at: number): number {
  switch (bytes[at]) {
    case QUOTE:
      return textEnd(bytes, at + 1);
    case 0x7b:
      return objectEnd(bytes, at + 1);
    case 0x5b:
      return listEnd(bytes, at + 1);
    case 0x74:
      return wordEnd(bytes, at, "true");
    case 0x66:
      return wordEnd(bytes, at, "false");
    case 0x6e:
      return wordEnd(bytes, at, "null");
    default:
      return numberEnd(bytes, at);
  }
}

function wordEnd(bytes: Buffer, at: number, word: string): number {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return DOUBT;
  return at + word.length;
}

function textEnd(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      if (byte === QUOTE) return at + 1;
      if (byte < 0x20 || byte === BACKSLASH) return DOUBT;
      at += 1;
    } else if (byte >= 0xe5 && byte <= 0xe9) {
      at += 3; // U+5000 to U+9FFF
    } else {
      const step = plainStep(bytes, at);
      if (step === 0) return DOUBT;
      at += step;
    }
  }
}

/**
 * Length of a character of the same ranges that `canonicalJson` takes for plain; 0 for any other.
 */
function plainStep(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead >= 0xc2 && lead <= 0xcb) return 2;
  const code =
    ((lead & 0x0f) << 12) | (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
  if (lead < 0xe0 || lead > 0xef) return 0;
  const isPlain =
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x3001 && code <= 0x3029) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xff01 && code <= 0xffef);
  return isPlain ? 3 : 0;
}

function objectEnd(bytes: Buffer, from: number): number {
  if (bytes[from] === 0x7d) return from + 1;
  let at = from;
  let before = -1;
  for (;;) {
    if (bytes[at] !== QUOTE) return DOUBT;
    const end = textEnd(bytes, at + 1);
    if (end === DOUBT || bytes[end] !== 0x3a) return DOUBT;
    if (before >= 0 && !isInOrder(bytes, before, at)) return DOUBT;
    before = at;
    at = valueEnd(bytes, end + 1);
    if (at === DOUBT) return DOUBT;
    if (bytes[at] === 0x7d) return at + 1;
    if (bytes[at] !== 0x2c) return DOUBT;
    at += 1;
  }
}

/** Whether the name at `before` comes before the one at `after`; both start with their quotes. */
export function isInOrder(bytes: Buffer, before: number, after: number): boolean {
  for (let i = 1; ; i++) {
    const left = bytes[before + i] ?? 0;
    const right = bytes[after + i] ?? 0;
    if (left !== right) return left === QUOTE || (right !== QUOTE && left < right);
    if (left === QUOTE) return false;
  }
}

function listEnd(bytes: Buffer, from: number): number {
  if (bytes[from] === 0x5d) return from + 1;
  let at = from;
  for (;;) {
    at = valueEnd(bytes, at);
    if (at === DOUBT) return DOUBT;
    if (bytes[at] === 0x5d) return at + 1;
    if (bytes[at] !== 0x2c) return DOUBT;
    at += 1;
  }
}

/** Whole numbers of at most 15 digits are read here, all others by their text. */
function numberEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (isDigit(bytes[at])) at += 1;
  const isWhole = at > from && at - from <= 15 && (bytes[from] !== 0x30 || at - from === 1);
  if (isWhole && !isNumeral(bytes[at])) return at;
  while (isNumeral(bytes[at])) at += 1;
  const text = bytes.toString("latin1", from, at);
  const value = Number(text);
  const isExact =
    Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return text !== "" && isExact && JSON.stringify(value) === text ? at : DOUBT;
}

const isDigit = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x30 && byte <= 0x39;

const isNumeral = (byte: number | undefined): boolean =>
  isDigit(byte) || byte === 0x2d || byte === 0x2b || byte === 0x2e || byte === 0x65;
