/** @jsxImportSource react */
import type { LocalText } from "@suzheng/api-contract";
import { useLocation } from "@tanstack/react-router";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { loadTranslations, NO_TRANSLATIONS } from "../../portal/api/translations.ts";
import {
  inLanguage,
  type Language,
  languageOf,
  pick,
  rememberedLanguage,
  rememberLanguage,
} from "../../portal/language/language.ts";
import { type ToldText, type Translations, told } from "../../portal/language/translated.ts";

type Spoken = {
  language: Language;
  /** The text in the reader's language. */
  say: (text: LocalText) => string;
  /** Several texts as one, with the language's own comma. */
  list: (texts: readonly LocalText[]) => string;
  /** What a rule pack writes in Chinese alone, such as the number of a clause. */
  tell: (text: string) => ToldText;
};

function spokenIn(language: Language, translations: Translations): Spoken {
  const say = (text: LocalText) => pick(text, language);
  const comma = language === "zh" ? "、" : ", ";
  const tell = (text: string) => told(text, { language, translations });
  return { language, say, list: (texts) => texts.map(say).join(comma), tell };
}

const Spoken = createContext<Spoken>(spokenIn("zh", NO_TRANSLATIONS));

export const useLanguage = (): Spoken => useContext(Spoken);

/** Where a reader who chose English before is sent, so that the address says what is shown. */
export function addressInRememberedLanguage(address: string): string | null {
  const url = new URL(address);
  if (url.searchParams.has("lang") || rememberedLanguage() !== "en") return null;
  return inLanguage(url.href, "en");
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const { searchStr } = useLocation();
  const language = languageOf(searchStr, "zh");
  const [translations, setTranslations] = useState(NO_TRANSLATIONS);
  useEffect(() => {
    if (language === "en") {
      rememberLanguage("en");
      loadTranslations().then(setTranslations);
    }
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  return <Spoken value={spokenIn(language, translations)}>{children}</Spoken>;
}
