import type { Context, Expression, ExpressionFault, Language } from "../cel/language.ts";
import type { LocalText } from "../facts/declaration.ts";

/** A sentence with CEL in braces: `最迟 {addMonths(issuedOn, param.firstMonths)}`. */
export type Template = {
  readonly fill: (context: Context) => LocalText;
  readonly facts: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
};

type Part = string | Expression;

export function compileTemplate(text: LocalText, language: Language): Template | ExpressionFault {
  const zh = partsOf(text.zh, language);
  if ("code" in zh) return zh;
  const en = partsOf(text.en, language);
  if ("code" in en) return en;
  const expressions = [...zh, ...en].filter((part) => typeof part !== "string");
  return {
    fill: (context) => ({ zh: fill(zh, context, "未知"), en: fill(en, context, "not known") }),
    facts: new Set(expressions.flatMap(({ reads }) => [...reads.names])),
    parameters: new Set(expressions.flatMap(({ reads }) => [...reads.parameters])),
  };
}

function partsOf(text: string, language: Language): Part[] | ExpressionFault {
  const parts: Part[] = [];
  for (const [index, piece] of text.split(/\{([^}]*)\}/).entries()) {
    if (index % 2 === 0) {
      parts.push(piece);
      continue;
    }
    const expression = language.compile(piece);
    if ("code" in expression) return expression;
    parts.push(expression);
  }
  return parts;
}

function fill(parts: readonly Part[], context: Context, notKnown: string): string {
  return parts
    .map((part) => (typeof part === "string" ? part : shown(part.run(context), notKnown)))
    .join("");
}

function shown(value: unknown, notKnown: string): string {
  if (value === "" || Number.isNaN(value)) return notKnown;
  if (typeof value === "number") return `${Math.round(value * 100) / 100}`;
  return typeof value === "string" || typeof value === "bigint" ? `${value}` : notKnown;
}
