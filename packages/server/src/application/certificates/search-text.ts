/** They fold to themselves, and most names are of nothing else. */
const UNIFIED_IDEOGRAPHS = /^[\u4e00-\u9fff]*$/;

/**
 * How text is folded before it is compared: full width, case, blanks and brackets make no
 * difference.
 */
export function foldForSearch(text: string): string {
  if (UNIFIED_IDEOGRAPHS.test(text)) return text;
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}()[\]{}（）【】·.,，。、'"“”-]/gu, "");
}

/** Distinct pairs of neighbouring characters of folded text; empty below two characters. */
export function bigramsOf(folded: string): string[] {
  const characters = [...folded];
  const bigrams = new Set<string>();
  for (let i = 1; i < characters.length; i++) {
    bigrams.add(`${characters[i - 1]}${characters[i]}`);
  }
  return [...bigrams];
}

/**
 * Certificate numbers, USCC and organisation codes as they are stored: half width, upper case, no
 * blanks.
 */
export function foldNumber(text: string): string {
  if (/^[\dA-Z/-]*$/.test(text)) return text;
  return text
    .normalize("NFKC")
    .replaceAll(/[\s\p{Cf}]/gu, "")
    .toUpperCase();
}
