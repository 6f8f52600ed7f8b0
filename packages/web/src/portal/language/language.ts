import type { LocalText } from "@suzheng/api-contract";

export type Language = "zh" | "en";

/** The same keys with any words: what every other language must offer. */
export type WordsLike<T> = {
  [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : WordsLike<T[Key]>;
};

const REMEMBERED = "suzheng.language";

/** The address decides, then what was chosen before, then Chinese. */
export function languageOf(search: string, chosenBefore: string | null): Language {
  const asked = new URLSearchParams(search).get("lang") ?? chosenBefore;
  return asked === "en" ? "en" : "zh";
}

/** The address of the same thing in a language; Chinese is the default and leaves no trace. */
export function inLanguage(address: string, language: Language): string {
  const url = new URL(address, "http://same-site");
  url.searchParams.delete("lang");
  if (language === "en") url.searchParams.set("lang", "en");
  return url.pathname + url.search + url.hash;
}

export function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null; // Storage is forbidden: the address alone carries the language.
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // Storage is forbidden: the address alone carries the language.
  }
}

export function pick(text: LocalText, language: Language): string {
  return text[language] || text.zh;
}

/** A clause that stands alone: the API's English ones begin in lower case. */
export const asSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Of what `pick` gives, for who reads it aloud: not every text is translated. */
export const langOf = (text: LocalText, language: Language): "zh-CN" | "en" =>
  language === "en" && text.en !== "" ? "en" : "zh-CN";
