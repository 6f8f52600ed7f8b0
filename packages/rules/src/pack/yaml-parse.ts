import {
  type Document,
  isNode,
  Lexer,
  LineCounter,
  parseDocument,
  type YAMLParseError,
} from "yaml";
import type { LocalText } from "../facts/declaration.ts";
import { startOf, walkYaml, type YamlWalk } from "./yaml-walk.ts";

export type YamlPath = readonly (string | number)[];

/** `line` counts from 1. */
export type YamlRefusal = {
  readonly line: number;
  readonly code: "syntax" | "file-too-large" | "too-many-aliases";
  readonly message: LocalText;
};

export type ParsedYaml =
  | { readonly ok: true; readonly value: unknown; readonly lineOf: (path: YamlPath) => number }
  | { readonly ok: false; readonly refusals: readonly YamlRefusal[] };

/**
 * Values, separators, line ends and escapes. Twice as many as the largest file shipped has; so many
 * are read in well under a second, whatever is wrong with them.
 */
const MARKS_MAX = 60_000;
/** Of all aliases in a file, and of how often one value is repeated by them. */
const ALIASES_MAX = 100;
const REPEATS_MAX = 20;

/** Takes time in proportion to the text, whoever wrote it, and never throws. */
export function parseYaml(text: string): ParsedYaml {
  if (hasTooManyMarks(text)) return refused([{ line: 1, ...TOO_LARGE }]);
  const lines = new LineCounter();
  const lineAt = (at: number) => Math.max(lines.linePos(at).line, 1);
  const syntax = (at: number, message: LocalText): YamlRefusal => ({
    line: lineAt(at),
    code: "syntax",
    message,
  });
  // `uniqueKeys` compares each key with each; `walkYaml` finds them faster.
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false };
  const document = parseDocument(text, options);
  if (document.errors.length > 0) {
    return refused(document.errors.map((error) => syntax(error.pos[0], wordsOf(error))));
  }
  const walk = walkYaml(document);
  if (walk.faults.length > 0) {
    return refused(walk.faults.map(({ at, message }) => syntax(at, message)));
  }
  const made = plainOf(document, walk);
  if ("refusal" in made) return refused([{ line: lineAt(walk.aliases[0] ?? 0), ...made.refusal }]);
  return { ok: true, value: made.value, lineOf: (path) => lineAt(placeOf(document, walk, path)) };
}

const refused = (refusals: readonly YamlRefusal[]): ParsedYaml => ({ ok: false, refusals });

/** Stops where there are too many, so that a long text costs no more than the longest allowed. */
function hasTooManyMarks(text: string): boolean {
  let marks = 0;
  for (const token of new Lexer().lex(text)) {
    marks += token.startsWith('"') ? token.split("\\").length : 1;
    if (marks > MARKS_MAX) return true;
  }
  return false;
}

function plainOf(
  document: Document.Parsed,
  { aliases }: YamlWalk,
): { value: unknown } | { refusal: Omit<YamlRefusal, "line"> } {
  if (aliases.length > ALIASES_MAX) return { refusal: TOO_MANY_ALIASES };
  try {
    return { value: document.toJS({ maxAliasCount: REPEATS_MAX }) };
  } catch (error) {
    if (error instanceof ReferenceError) return { refusal: TOO_MANY_ALIASES };
    if (error instanceof RangeError) return { refusal: { code: "syntax", message: TOO_DEEP } };
    throw error;
  }
}

/** Of the value at a path, or of the nearest one around it. */
function placeOf({ contents }: Document.Parsed, { child }: YamlWalk, path: YamlPath): number {
  let node: unknown = contents;
  for (const step of path) {
    const inside = isNode(node) ? child(node, step) : null;
    if (inside === null) break;
    node = inside;
  }
  return startOf(node);
}

const TOO_DEEP = { zh: "嵌套过深", en: "nested too deeply" };

/** The library's words are in English only. */
function wordsOf({ code, message }: YAMLParseError): LocalText {
  return code === "RESOURCE_EXHAUSTION" ? TOO_DEEP : { zh: message, en: message };
}

const TOO_LARGE = {
  code: "file-too-large",
  message: {
    zh: `文件超过 ${MARKS_MAX} 个记号（值、分隔符、换行与转义）`,
    en: `the file has more than ${MARKS_MAX} marks (values, separators, line ends, escapes)`,
  },
} as const;

const TOO_MANY_ALIASES = {
  code: "too-many-aliases",
  message: {
    zh: `别名（*）超过 ${ALIASES_MAX} 处，或同一内容重复超过 ${REPEATS_MAX} 次`,
    en: `more than ${ALIASES_MAX} aliases (*), or one value repeated more than ${REPEATS_MAX} times`,
  },
} as const;
