import type { RuleClause } from "@suzheng/api-contract";

/** `5.1.2 标题`, `第三条 标题`, `Article 3`: what a clause begins with. */
const BEGINNING =
  /^\s*(?:(\d+(?:\.\d+)*)[.、]?\s+|(第[一二三四五六七八九十百零〇\d]+[章节条])\s*|(Article \d+)[.:]?\s+)(\S.*)$/;
const TITLE_CHARACTERS_MAX = 60;
const SENTENCE_END = /[。；;.]$/;

type Begun = RuleClause & { lines: string[] };

/** A full text taken apart at its numbers; what stands before the first number is left out. */
export function splitClauses(fullText: string): RuleClause[] {
  const clauses: Begun[] = [];
  for (const line of fullText.split(/\r?\n/)) {
    const begun = beginning(line);
    if (begun !== null) clauses.push(begun);
    else clauses.at(-1)?.lines.push(line);
  }
  return clauses.map(({ number, title, lines }) => ({
    number,
    title,
    text: { zh: lines.join("\n").trim(), en: "" },
  }));
}

function beginning(line: string): Begun | null {
  const found = BEGINNING.exec(line);
  if (found === null) return null;
  const number = found[1] ?? found[2] ?? found[3] ?? "";
  const rest = (found[4] ?? "").trim();
  // A whole sentence after the number is the clause's text, not its title.
  const isTitle = rest.length <= TITLE_CHARACTERS_MAX && !SENTENCE_END.test(rest);
  const empty = { zh: "", en: "" };
  return {
    number,
    title: isTitle ? { zh: rest, en: "" } : empty,
    text: empty,
    lines: isTitle ? [] : [rest],
  };
}
