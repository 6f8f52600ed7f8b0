import type { LocalText } from "./facts/declaration.ts";

/** An issue of a schema as Zod tells it; what a kind of issue does not have is left out. */
export type InputIssue = {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly origin?: unknown;
  readonly expected?: unknown;
  readonly format?: unknown;
  readonly pattern?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly inclusive?: unknown;
  readonly divisor?: unknown;
  readonly values?: unknown;
  readonly keys?: unknown;
};

/** Of days whose calendar is not looked at. */
const DAY_PATTERN = String(/^\d{4}-\d{2}-\d{2}$/);

const listed = (values: unknown): string => (Array.isArray(values) ? values.join(", ") : "");

/** What a value has to be; null where only the field is told. */
function requirementOf(issue: InputIssue): LocalText {
  const { code, minimum, maximum, inclusive } = issue;
  const characters = issue.origin === "string" ? { zh: " 个字", en: " characters" } : null;
  switch (code) {
    case "too_small":
      return inclusive === false
        ? { zh: `须大于 ${minimum}`, en: `must be more than ${minimum}` }
        : {
            zh: `至少 ${minimum}${characters?.zh ?? ""}`,
            en: `at least ${minimum}${characters?.en ?? ""}`,
          };
    case "too_big":
      return {
        zh: `至多 ${maximum}${characters?.zh ?? ""}`,
        en: `at most ${maximum}${characters?.en ?? ""}`,
      };
    case "invalid_value":
      return {
        zh: `应为 ${listed(issue.values)} 之一`,
        en: `must be one of ${listed(issue.values)}`,
      };
    case "not_multiple_of":
      return { zh: `应为 ${issue.divisor} 的倍数`, en: `must be a multiple of ${issue.divisor}` };
    case "unrecognized_keys":
      return {
        zh: `没有 \`${listed(issue.keys)}\` 这一项`,
        en: `there is no \`${listed(issue.keys)}\``,
      };
    case "invalid_format":
      return issue.format === "date" || issue.pattern === DAY_PATTERN
        ? { zh: "不是日期，应如 2026-01-02", en: "is no date; write it like 2026-01-02" }
        : { zh: "写法不对", en: "is not written as expected" };
    case "invalid_type":
      return typeOf(issue);
    default:
      return { zh: "不符合要求", en: "is not as expected" };
  }
}

const TYPES: Readonly<Record<string, LocalText>> = {
  int: { zh: "应为整数", en: "must be a whole number" },
  number: { zh: "应为数", en: "must be a number" },
  boolean: { zh: "应为 true 或 false", en: "must be true or false" },
};

function typeOf({ expected, message }: InputIssue): LocalText {
  if (message.endsWith("received undefined")) return { zh: "没有填写", en: "is missing" };
  return TYPES[String(expected)] ?? { zh: "类型不对", en: "is of another type" };
}

/** What is wrong with which field of an input, as a clause without a full stop. */
export function inputMistake(issue: InputIssue): LocalText {
  const { zh, en } = requirementOf(issue);
  const field = issue.path.map(String).join(".");
  if (field === "") return { zh, en };
  return { zh: `\`${field}\` ${zh}`, en: `\`${field}\` ${en}` };
}
