import type { Language } from "./language.ts";

/** English of what rule packs write in Chinese alone, by the Chinese text. */
export type Translations = ReadonlyMap<string, string>;

/** `lang` where the text is not in the page's language, for who reads it aloud. */
export type ToldText = { text: string; lang: "zh-CN" | undefined };

type Reader = { language: Language; translations: Translations };

export const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** From a Chinese character to the last one before a word in Latin letters. */
const CHINESE_RUN = /(\p{Script=Han}(?:[^A-Za-z]*\p{Script=Han})?)/u;

/** A text of the record, which nobody translates: names, scopes, addresses; also in a sentence. */
export function toldAsRecorded(text: string, language: Language): ToldText[] {
  if (language === "zh" || !isChinese(text)) return [{ text, lang: undefined }];
  return text
    .split(CHINESE_RUN)
    .map((piece, place): ToldText => ({ text: piece, lang: place % 2 ? "zh-CN" : undefined }))
    .filter((piece) => piece.text !== "");
}

const WESTERN: Readonly<Record<string, string>> = {
  "、": ", ",
  "，": ", ",
  "；": "; ",
  "（": " (",
  "）": ")",
};

/**
 * A number or source that a pack writes in Chinese alone: translated, or else as it stands.
 * `Q-16、S-07` has no words to translate, only stops.
 */
export function told(text: string, { language, translations }: Reader): ToldText {
  if (language === "zh") return { text, lang: undefined };
  const english = translations.get(text);
  if (english !== undefined) return { text: english, lang: undefined };
  if (isChinese(text)) return { text, lang: "zh-CN" };
  return { text: text.replace(/[、，；（）]/g, (stop) => WESTERN[stop] ?? stop), lang: undefined };
}

/** Whether it is a number within the rule, `5.4.1.4`, and not the name of a document or a part. */
export const isNumbered = (clause: string): boolean => /^\d/.test(clause);

export type NamedBody = { name: string; nameEnglish?: string | null };

/** By its English name for readers of English, where it has one. */
export const bodyName = ({ name, nameEnglish }: NamedBody, language: Language): string =>
  language === "en" && nameEnglish ? nameEnglish : name;
