/** @jsxImportSource react */
import type { LocalText } from "@suzheng/api-contract";
import { isNumbered, toldAsRecorded } from "../../portal/language/translated.ts";
import { useLanguage } from "./use-language.tsx";

type Told = { text: string };

/** A name or a text of the record: in Chinese also where the page is English. */
export function Recorded({ text }: Told) {
  return toldAsRecorded(text, useLanguage().language).map(({ text: piece, lang }, place) =>
    lang === undefined ? piece : <Chinese key={String(place)} text={piece} />,
  );
}

const Chinese = ({ text }: Told) => <span lang="zh-CN">{text}</span>;

/** A text in the reader's language, or in Chinese where it is not translated. */
export function Local({ text }: { text: LocalText }) {
  return <Recorded text={useLanguage().say(text)} />;
}

/** A number that a rule pack writes in Chinese alone. */
export function PackText(props: Told) {
  const { text, lang } = useLanguage().tell(props.text);
  return lang === undefined ? text : <Chinese text={text} />;
}

/** `clause 5.4.1.4`, after the page's word for it; what is no number needs none in English. */
export function ClauseName({ number, word }: { number: string; word: LocalText }) {
  const { say, tell, language } = useLanguage();
  const { text, lang } = tell(number);
  const isNamed = language === "en" && !isNumbered(text);
  return <span lang={lang}>{isNamed ? text : `${say(word)} ${text}`}</span>;
}
