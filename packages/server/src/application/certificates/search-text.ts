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

/**
 * Parts of a name, folded, each of which must stand in it. Blanks part them, unless a part would be
 * a single character, which is in too many names: then blanks say nothing.
 */
export function wordsOf(text: string): string[] {
  const words = text.normalize("NFKC").trim().split(/\s+/).map(foldForSearch);
  return words.every((word) => word.length > 1) ? words : [foldForSearch(text)];
}

/** Distinct runs of so many characters; empty of shorter texts. */
function runsOf(text: string, length: number): string[] {
  const characters = [...text];
  const runs = new Set<string>();
  for (let end = length; end <= characters.length; end++) {
    runs.add(characters.slice(end - length, end).join(""));
  }
  return [...runs];
}

/** Pairs of neighbouring characters of a folded name. */
export const bigramsOf = (folded: string): string[] => runsOf(folded, 2);

/** Of initials three each: pairs of them would be in too many names to find one by. */
export const trigramsOf = (initials: string): string[] => runsOf(initials, 3);

/** What a name is found by; the two kinds differ in length. */
export const fragmentsOf = (folded: string, initials: string): string[] => [
  ...bigramsOf(folded),
  ...trigramsOf(initials),
];

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
