/** @jsxImportSource react */
import type { LocalText } from "@suzheng/api-contract";
import { isNumbered, toldAsRecorded } from "../../portal/language/translated.ts";
import { useLanguage } from "./use-language.tsx";

/** A name or a text of the record: in Chinese also where the page is English. */
export function Recorded({ text }: { text: string }) {
  const { lang } = toldAsRecorded(text, useLanguage().language);
  return lang === undefined ? text : <span lang={lang}>{text}</span>;
}

/** A number that a rule pack writes in Chinese alone. */
export function PackText(props: { text: string }) {
  const { text, lang } = useLanguage().tell(props.text);
  return lang === undefined ? text : <span lang={lang}>{text}</span>;
}

/** `clause 5.4.1.4`, after the page's word for it; what is no number needs none in English. */
export function ClauseName({ number, word }: { number: string; word: LocalText }) {
  const { say, tell, language } = useLanguage();
  const { text, lang } = tell(number);
  const isNamed = language === "en" && !isNumbered(text);
  return <span lang={lang}>{isNamed ? text : `${say(word)} ${text}`}</span>;
}
