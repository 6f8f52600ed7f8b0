/** Most cells: visible ASCII, nothing to mend. Tested first because it is cheap. */
const PLAIN = /^[!-~]*$/;
const WORD = "[!-~\\u3001-\\u3029\\u4e00-\\u9fff\\uff01-\\uffef]+";
/** Nearly all others: Chinese characters and punctuation, words with one blank between them. */
const PLAIN_WORDS = new RegExp(`^${WORD}(?: ${WORD})*$`);
/** Blanks, line ends, invisible format characters, control characters and broken surrogates. */
const UNUSUAL =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u0020\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;
const INVISIBLE = /\p{Cf}/gu;
const BROKEN = /\p{Cs}/gu;
const BLANKS = /[\p{Cc}\p{Z}]+/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/;
const FULL_WIDTH_ALL = /[\uff01-\uff5e]/g;
/** Distance between a full-width character and its ASCII form. */
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Text as people wrote it, without invisible characters and surplus blanks. Empty means no value.
 */
export function normalizeText(raw: string): string {
  if (PLAIN_WORDS.test(raw) || !UNUSUAL.test(raw)) return raw;
  return raw.replace(INVISIBLE, "").replace(BROKEN, "\ufffd").replace(BLANKS, " ").trim();
}

/** Numbers and codes: half-width, upper-case, no blanks (fact I-05). */
export function normalizeCode(raw: string): string {
  if (PLAIN.test(raw)) return raw.toUpperCase();
  let text = raw;
  if (UNUSUAL.test(text)) text = text.replace(INVISIBLE, "").replace(BLANKS, "");
  return halfWidth(text).toUpperCase();
}

export function halfWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text.replace(FULL_WIDTH_ALL, (character) =>
    String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET),
  );
}

/** Dates and numbers: half-width, single blanks. */
export function normalizeFigure(raw: string): string {
  return PLAIN.test(raw) ? raw : halfWidth(normalizeText(raw));
}

const SEPARATED = /[；;]/;

/** The values of a multi-value cell; empty ones are dropped. */
export function splitValues(raw: string): string[] {
  if (!SEPARATED.test(raw)) return [raw];
  return raw
    .split(SEPARATED)
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

export const splitFields = (raw: string): string[] => raw.split(/[，,]/).map((part) => part.trim());

/** How `normalizeCell` treats a cell. */
export type CellKind = "text" | "code" | "figure";

export function normalizeCell(raw: string, kind: CellKind): string {
  if (kind === "text") return normalizeText(raw);
  return kind === "code" ? normalizeCode(raw) : normalizeFigure(raw);
}
