const CHARACTERS_MIN = 12;
const DISTINCT_MIN = 6;
const NAME_CHARACTERS_MIN = 4;
/** What guessing begins with, without separators; the usual suspects are short or contain these. */
const GUESSED_FIRST = ["password", "qwertyuiop", "1234567890", "woaini1314", "administrator"];

/** One form for hashing, however a keyboard composed it. */
export const normalPassword = (password: string): string => password.normalize("NFKC");

/** Guessable in a few attempts although long; the limit on attempts holds off the rest. */
export function isTooWeak(password: string, signInName: string): boolean {
  const text = normalPassword(password).toLowerCase();
  const characters = [...text];
  if (characters.length < CHARACTERS_MIN) return true;
  if (new Set(characters).size < DISTINCT_MIN) return true;
  if (signInName.length >= NAME_CHARACTERS_MIN && text.includes(signInName)) return true;
  const plain = text.replaceAll(/[^\p{L}\p{N}]/gu, "");
  return GUESSED_FIRST.some((word) => plain.includes(word) && plain.length < word.length + 8);
}
