import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { LocalText } from "../facts/declaration.ts";

export type YamlPath = readonly (string | number)[];

/** A parsed YAML file that still knows on which line each value stands. */
export type YamlFile<T> = { readonly content: T; readonly lineOf: (path: YamlPath) => number };

export type YamlError<File extends string> = {
  readonly file: File;
  /** From 1. */
  readonly line: number;
  readonly clause: null;
  readonly code: "syntax" | "shape" | "no-source";
  readonly message: LocalText;
};

type Reading<T, File extends string> =
  | { readonly ok: true; readonly file: YamlFile<T> }
  | { readonly ok: false; readonly errors: readonly YamlError<File>[] };

const YAML_CHARACTERS_MAX = 1_000_000;

export function readYaml<T, File extends string>(
  file: File,
  text: string,
  schema: z.ZodType<T>,
): Reading<T, File> {
  const lines = new LineCounter();
  const document = parseDocument(text.slice(0, YAML_CHARACTERS_MAX), { lineCounter: lines });
  const refuse = (
    line: number,
    code: YamlError<File>["code"],
    detail: string,
  ): YamlError<File> => ({
    file,
    line,
    clause: null,
    code,
    message: { zh: `格式有误：${detail}`, en: detail },
  });
  if (document.errors.length > 0) {
    const errors = document.errors.map(({ pos, message }) =>
      refuse(lines.linePos(pos[0]).line, "syntax", message.split("\n")[0] ?? message),
    );
    return { ok: false, errors };
  }
  const lineOf = (path: YamlPath): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node: unknown = document.getIn(path.slice(0, depth), true);
      const start = startOf(node);
      if (start !== null) return lines.linePos(start).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 20 }));
  if (parsed.success) return { ok: true, file: { content: parsed.data, lineOf } };
  const errors = parsed.error.issues.map((issue) => {
    const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
    const code = path.at(-1) === "source" ? "no-source" : "shape";
    return refuse(lineOf(path), code, `\`${path.join(".")}\`: ${issue.message}`);
  });
  return { ok: false, errors };
}

function startOf(node: unknown): number | null {
  if (typeof node !== "object" || node === null || !("range" in node)) return null;
  return Array.isArray(node.range) && typeof node.range[0] === "number" ? node.range[0] : null;
}
