import type { LocalText } from "../facts/declaration.ts";
import { ERRORS_LISTED_MAX, shortened, shortenedText } from "./errors-listed.ts";

/** What is wrong, and what its author does about it. */
const ANSWERS = {
  syntax: [
    { zh: "写法有误", en: "it cannot be read" },
    { zh: "修正写法", en: "mend the syntax" },
  ],
  shape: [
    { zh: "格式有误", en: "its shape is wrong" },
    {
      zh: "对照 packages/rules/README.md 修正字段",
      en: "mend the field as packages/rules/README.md says",
    },
  ],
  "no-source": [
    { zh: "没有写明来源", en: "it cites no source" },
    { zh: "写明来源；没有来源的不要写入规则包", en: "cite the source; leave out what has none" },
  ],
  "file-too-large": [
    { zh: "文件过大", en: "the file is too large" },
    {
      zh: "删去多余的内容，或分成几个规则包",
      en: "remove what is not needed, or make several packs",
    },
  ],
  "too-many-aliases": [
    { zh: "别名过多", en: "there are too many aliases" },
    { zh: "不用别名，逐处写出内容", en: "write the values out where they belong" },
  ],
  "duplicate-id": [
    { zh: "编号重复", en: "the identifier is used twice" },
    { zh: "改名或删去一处", en: "rename or remove one" },
  ],
  "unknown-clause": [
    { zh: "条款未列出", en: "the clause is not listed" },
    {
      zh: "在 clauses 中列出该条款，或改正条号",
      en: "list the clause under clauses, or mend its number",
    },
  ],
  "unknown-fact": [
    { zh: "没有这项事实", en: "no such fact" },
    { zh: "使用 src/facts 中列出的事实", en: "use a fact that src/facts lists" },
  ],
  "unknown-parameter": [
    { zh: "没有这个参数", en: "no such parameter" },
    { zh: "在 parameters 中写明该参数及其来源", en: "add the parameter with its source" },
  ],
  "value-outside-unit": [
    { zh: "不能是这个值", en: "it cannot have this value" },
    { zh: "按参数的单位改写这个值", en: "write a value that the parameter's unit allows" },
  ],
  "unknown-function": [
    { zh: "没有这个函数", en: "no such function" },
    {
      zh: "使用 packages/rules/README.md 列出的函数",
      en: "use a function that packages/rules/README.md lists",
    },
  ],
  "type-error": [
    { zh: "表达式类型不符", en: "the expression does not type-check" },
    { zh: "比较同类的值；数写成 2.0", en: "compare values of one type; write numbers as 2.0" },
  ],
  "expression-too-long": [
    { zh: "表达式过长", en: "the expression is too long" },
    {
      zh: "拆成两条要求，或改用一项事实",
      en: "split it into two requirements, or ask for one fact",
    },
  ],
  "expression-too-deep": [
    { zh: "表达式嵌套过深", en: "the expression is nested too deeply" },
    { zh: "减少括号与层次", en: "use fewer brackets and levels" },
  ],
  "expression-too-large": [
    { zh: "表达式成分过多", en: "the expression has too many parts" },
    {
      zh: "拆成两条要求，或改用一项事实",
      en: "split it into two requirements, or ask for one fact",
    },
  ],
  "expression-too-costly": [
    { zh: "表达式计算量过大", en: "the expression costs too much to evaluate" },
    {
      zh: "减少 addWorkingDays 等函数的次数",
      en: "call functions such as addWorkingDays less often",
    },
  ],
  "unguarded-fact": [
    {
      zh: "适用条件读取可能未知的事实",
      en: "the condition reads a fact that may be unknown",
    },
    { zh: "须先用 known() 询问", en: "ask known() first" },
  ],
  "example-missing": [
    { zh: "缺少示例", en: "an example is missing" },
    { zh: "在 examples.yaml 补上", en: "add it to examples.yaml" },
  ],
  "example-fails": [
    { zh: "示例不符", en: "an example fails" },
    {
      zh: "核对示例与表达式，改正有误的一方",
      en: "compare example and expression and mend the wrong one",
    },
  ],
  "example-of-nothing": [
    { zh: "示例所属的要求不存在", en: "the example belongs to no requirement" },
    { zh: "改正编号或删去示例", en: "mend the identifier or remove the example" },
  ],
  "more-errors": [
    { zh: "还有错误未列出", en: "there are more errors than those listed" },
    { zh: "先改正已列出的，再检查一次", en: "mend those listed, then check again" },
  ],
  "versions-overlap": [
    {
      zh: "同一规则、同一领域有两个版本同时有效",
      en: "two versions of one rule are in force for one scheme at the same time",
    },
    {
      zh: "写明前一版本的 inForceUntil，或改正 inForceFrom",
      en: "give the earlier version its inForceUntil, or mend inForceFrom",
    },
  ],
} as const satisfies { readonly [code: string]: readonly [LocalText, LocalText] };

export type PackErrorCode = keyof typeof ANSWERS;

/** Why a pack is refused, where an author can see it, and what to do. */
export type PackError = {
  readonly file: "pack.yaml" | "examples.yaml";
  /** From 1. */
  readonly line: number;
  /** Number of the clause of the requirement concerned, when there is one. */
  readonly clause: string | null;
  readonly code: PackErrorCode;
  readonly message: LocalText;
  readonly wayOut: LocalText;
};

/** `detail` is the offending value or, as a text in both languages, what was found. */
export function packError(
  given: Omit<PackError, "message" | "wayOut"> & { readonly detail: string | LocalText },
): PackError {
  const { detail, ...place } = given;
  const [why, wayOut] = ANSWERS[place.code];
  const clause = place.clause === null ? null : shortened(place.clause);
  if (typeof detail !== "string") {
    return { ...place, clause, message: shortenedText(detail), wayOut };
  }
  const quoted = `\`${shortened(detail)}\``;
  const message = { zh: `${why.zh}：${quoted}`, en: `${why.en}: ${quoted}` };
  return { ...place, clause, message, wayOut };
}

/** The first of them; when there are more, the last one says so. */
export function listedErrors(errors: readonly PackError[]): readonly PackError[] {
  const next = errors[ERRORS_LISTED_MAX];
  if (next === undefined) return errors;
  const [message, wayOut] = ANSWERS["more-errors"];
  const more: PackError = { ...next, clause: null, code: "more-errors", message, wayOut };
  return [...errors.slice(0, ERRORS_LISTED_MAX), more];
}
