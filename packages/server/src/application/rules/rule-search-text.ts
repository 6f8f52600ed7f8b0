import { foldForSearch } from "../certificates/search-text.ts";

const LETTER = /[a-z]/;

/**
 * What folded text is indexed by: pairs of neighbouring characters, and triples where both of a
 * pair are Latin letters, of which pairs say next to nothing. Empty: too short to be looked up.
 */
export function gramsOf(folded: string): string[] {
  const characters = [...folded];
  const grams = new Set<string>();
  for (const [i, second] of characters.entries()) {
    const first = characters[i - 1];
    if (first === undefined) continue;
    if (!LETTER.test(first) || !LETTER.test(second)) grams.add(first + second);
    else if (LETTER.test(characters[i + 1] ?? "")) grams.add(first + second + characters[i + 1]);
  }
  return [...grams];
}

export type SnippetPiece = { text: string; isMatch: boolean };

/** Characters shown on either side of the first match. */
const AROUND = 48;

/** The first place where the text contains what was asked for, in pieces; null: nowhere. */
export function snippetOf(text: string, fragment: string): SnippetPiece[] | null {
  const { folded, places } = foldWithPlaces(text);
  const at = folded.indexOf(fragment);
  const start = places[at];
  const last = places[at + fragment.length - 1];
  if (at < 0 || start === undefined || last === undefined) return null;
  const end = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  return [
    { text: `${from > 0 ? "…" : ""}${text.slice(from, start)}`, isMatch: false },
    { text: text.slice(start, end), isMatch: true },
    { text: `${text.slice(end, to)}${to < text.length ? "…" : ""}`, isMatch: false },
  ].filter((piece) => piece.text !== "");
}

/** Each folded unit with the place of the character that it comes from. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  const places: number[] = [];
  let folded = "";
  let place = 0;
  for (const character of text) {
    const part = foldForSearch(character);
    folded += part;
    for (let i = 0; i < part.length; i++) places.push(place);
    place += character.length;
  }
  return { folded, places };
}
