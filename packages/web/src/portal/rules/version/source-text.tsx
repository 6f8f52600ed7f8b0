import type { RuleSources } from "@suzheng/api-contract";
import { told } from "../../language/translated.ts";
import { useWords } from "../../language/use-language.tsx";

export const sourceAnchor = (id: string): string => `source-${id}`;

const IDS = /((?<![A-Za-z-])[A-Z]-\d+[a-z]?)/;

/** A source as it is noted; ids that are listed lead to what they stand for. */
export function SourceText(props: { text: string; sources: RuleSources }) {
  const { text, lang } = told(props.text, useWords());
  const { documents, facts } = props.sources;
  const listed = new Set([...documents, ...facts].map(({ id }) => id));
  return (
    <span lang={lang}>
      {text.split(IDS).map((piece, i) =>
        listed.has(piece) ? (
          <a key={`${i}${piece}`} href={`#${sourceAnchor(piece)}`}>
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </span>
  );
}
