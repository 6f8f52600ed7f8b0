/** @jsxImportSource react */
import type { LocalText } from "@suzheng/api-contract";
import { useLocation } from "@tanstack/react-router";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import {
  inLanguage,
  type Language,
  languageOf,
  pick,
  rememberedLanguage,
  rememberLanguage,
} from "../../portal/language/language.ts";

type Spoken = {
  language: Language;
  /** The text in the reader's language. */
  say: (text: LocalText) => string;
  /** Several texts as one, with the language's own comma. */
  list: (texts: readonly LocalText[]) => string;
};

function spokenIn(language: Language): Spoken {
  const say = (text: LocalText) => pick(text, language);
  const comma = language === "zh" ? "、" : ", ";
  return { language, say, list: (texts) => texts.map(say).join(comma) };
}

const Spoken = createContext<Spoken>(spokenIn("zh"));

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
  useEffect(() => {
    if (language === "en") rememberLanguage("en");
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  return <Spoken value={spokenIn(language)}>{children}</Spoken>;
}
