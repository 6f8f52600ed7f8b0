import type { LocalText } from "../facts/declaration.ts";

/** As many as a person mends before asking again; a hostile text is wrong in 100,000 places. */
export const ERRORS_LISTED_MAX = 100;
const CHARACTERS_MAX = 500;

/** Of a text that is quoted from a file, its beginning. */
export const shortened = (text: string): string =>
  text.length > CHARACTERS_MAX ? `${text.slice(0, CHARACTERS_MAX)}…` : text;

export const shortenedText = ({ zh, en }: LocalText): LocalText => ({
  zh: shortened(zh),
  en: shortened(en),
});
