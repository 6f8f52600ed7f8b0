import { COLUMNS_MAX, longLines } from "./sizes.ts";
import type { Source } from "./source.ts";

/** The text with comments that stand on lines of their own wrapped; code is left to the formatter. */
export function wrapComments(source: Source): string {
  const long = new Set(longLines(source));
  return source.text
    .split("\n")
    .flatMap((text, index) => (long.has(index + 1) ? wrapLine(text) : [text]))
    .join("\n");
}

function wrapLine(text: string): string[] {
  const sentence = /^(\s*)\/\/ (.*)$/.exec(text);
  if (sentence !== null) return wrapWords(sentence[2] ?? "", `${sentence[1]}// `);
  const inner = /^(\s*)\* (.*)$/.exec(text);
  if (inner !== null) return wrapWords(inner[2] ?? "", `${inner[1]}* `);
  const block = /^(\s*)\/\*\* (.*) \*\/$/.exec(text);
  if (block === null) return [text];
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
