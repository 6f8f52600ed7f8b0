import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { loadTranslations, NO_TRANSLATIONS } from "../api/translations.ts";
import {
  inLanguage,
  type Language,
  languageOf,
  rememberedLanguage,
  rememberLanguage,
} from "./language.ts";
import type { Translations } from "./translated.ts";
import { type Words, zh } from "./zh.ts";

type InWords = { language: Language; t: Words };
type Spoken = InWords & { translations: Translations };

const Spoken = createContext<Spoken>({ language: "zh", t: zh, translations: NO_TRANSLATIONS });

/** English words arrive in a file of their own, so that Chinese readers do not pay for them. */
export async function loadWords(language: Language): Promise<InWords> {
  if (language === "zh") return { language, t: zh };
  loadTranslations();
  const { en } = await import("./en.ts");
  return { language, t: en };
}

export function LanguageProvider(props: { first: InWords; children: ComponentChildren }) {
  const [spoken, setSpoken] = useState(props.first);
  const [translations, setTranslations] = useState(NO_TRANSLATIONS);
  const location = useLocation();
  const asked = languageOf(new URL(location.url, window.location.origin).search, "zh");
  const search = new URLSearchParams(location.query);
  useEffect(() => {
    const remembered = rememberedLanguage();
    if (!search.has("lang") && remembered === "en") {
      location.route(inLanguage(location.url, "en"), true);
      return;
    }
    if (asked === "en") rememberLanguage("en");
    let current = true;
    loadWords(asked).then((words) => {
      if (current) setSpoken(words);
    });
    return () => {
      current = false;
    };
  }, [location.url]);
  useEffect(() => {
    document.documentElement.lang = spoken.language === "zh" ? "zh-CN" : "en";
    if (spoken.language === "en") loadTranslations().then(setTranslations);
  }, [spoken]);
  const value = { ...spoken, translations };
  return <Spoken.Provider value={value}>{props.children}</Spoken.Provider>;
}

export function useWords(): Spoken {
  return useContext(Spoken);
}
