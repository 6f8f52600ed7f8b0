import { COLUMNS_MAX, longLines } from "./sizes.ts";
import type { Source } from "./source.ts";

/** The text with over-long comments wrapped by paragraph; code is left to the formatter. */
export function wrapComments(source: Source): string {
  const long = new Set(longLines(source));
  const lines = source.text.split("\n");
  const wrapped: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const comment = long.has(index + 1) ? COMMENT_LINE.exec(line) : null;
    if (comment === null) {
      wrapped.push(...(long.has(index + 1) ? wrapBlock(line) : [line]));
      continue;
    }
    const [, prefix = "", first = ""] = comment;
    const rest = restOfParagraph(lines.slice(index + 1), prefix);
    wrapped.push(...wrapWords([first, ...rest].join(" "), prefix));
    index += rest.length;
  }
  return wrapped.join("\n");
}

/** A sentence behind `//`, or a line inside a block comment. */
const COMMENT_LINE = /^(\s*(?:\/\/|\*) )(\S.*)$/;

/** The words of the lines below that go on with the same paragraph. */
function restOfParagraph(lines: readonly string[], prefix: string): string[] {
  const end = lines.findIndex((line) => !isContinued(line, prefix));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.slice(prefix.length));
}

/** A list item, a tag, an indented example or a closing mark starts something else. */
const isContinued = (line: string, prefix: string): boolean =>
  line.startsWith(prefix) && /^[^\s\-*@|#]/.test(line.slice(prefix.length));

function wrapBlock(line: string): string[] {
  const block = /^(\s*)\/\*\* (.*) \*\/$/.exec(line);
  if (block === null) return [line];
  const [, indent = "", words = ""] = block;
  return [`${indent}/**`, ...wrapWords(words, `${indent} * `), `${indent} */`];
}

function wrapWords(words: string, prefix: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (prefix.length + longer.length > COLUMNS_MAX && line !== "") {
      lines.push(prefix + line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, prefix + line];
}
