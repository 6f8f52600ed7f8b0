/** @jsxImportSource react */
import { Recorded } from "../../language/told-text.tsx";
import { useLanguage } from "../../language/use-language.tsx";
import { words } from "../registered/words.ts";
import { fieldNames, words as ruleWords } from "../words.ts";
import type { Change } from "./diff-content.ts";
import { diffText, type Piece } from "./diff-text.ts";

const TAGS = { same: "span", added: "ins", removed: "del" } as const;

/** One difference, word by word; strokes and underlines say it without colours. */
export function ChangeItem({ change }: { change: Change }) {
  const { say } = useLanguage();
  const { kind, part, name, before, after } = change;
  const label = part === "information" ? say(fieldNames[name as keyof typeof fieldNames]) : name;
  return (
    <li data-kind={kind}>
      <p>
        <span className="change-kind">{say(words[kind])}</span> {say(ruleWords[part])}{" "}
        {part !== "commitment" && (
          <strong>
            <Recorded text={label} />
          </strong>
        )}
      </p>
      <p className="change-text">
        {placed(diffText(before, after)).map(({ at, piece }) => {
          const Tag = TAGS[piece.kind];
          return (
            <Tag key={at}>
              <Recorded text={piece.text} />
            </Tag>
          );
        })}
      </p>
    </li>
  );
}

/** Each piece with where it begins, which no two pieces share. */
function placed(pieces: readonly Piece[]): { at: number; piece: Piece }[] {
  let at = 0;
  return pieces.map((piece) => {
    const begins = at;
    at += piece.text.length;
    return { at: begins, piece };
  });
}
