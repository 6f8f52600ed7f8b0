import type { LocalText } from "@suzheng/api-contract";
import { pick } from "./language.ts";
import { bodyName, type NamedBody, told, toldAsRecorded } from "./translated.ts";
import { useWords } from "./use-language.tsx";

type Told = { text: string };

/** A name or a text of the record: in Chinese also where the page is English. */
export function Recorded({ text }: Told) {
  return (
    <>
      {toldAsRecorded(text, useWords().language).map(({ text: piece, lang }, place) =>
        lang === undefined ? piece : <Chinese key={String(place)} text={piece} />,
      )}
    </>
  );
}

const Chinese = ({ text }: Told) => <span lang="zh-CN">{text}</span>;

/** A body by the name that the reader's language has for it. */
export function BodyName({ body }: { body: NamedBody }) {
  return <Recorded text={bodyName(body, useWords().language)} />;
}

/** A text in the reader's language, or in Chinese where it is not translated. */
export function Local({ text }: { text: LocalText }) {
  return <Recorded text={pick(text, useWords().language)} />;
}

/** A number, a source or a name that a rule pack writes in Chinese alone. */
export function PackText(props: Told) {
  const { text, lang } = told(props.text, useWords());
  return lang === undefined ? text : <Chinese text={text} />;
}

/** A clause within a sentence: `clause 5.4.1.4`. */
export function ClauseName({ number }: { number: string }) {
  const words = useWords();
  const { text, lang } = told(number, words);
  return <span lang={lang}>{words.t.rulesSection.clause(text)}</span>;
}
