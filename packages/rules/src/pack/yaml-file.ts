import type { z } from "zod";
import type { LocalText } from "../facts/declaration.ts";
import { ERRORS_LISTED_MAX, shortenedText } from "./errors-listed.ts";
import { parseYaml, type YamlPath, type YamlRefusal } from "./yaml-parse.ts";

export type { YamlPath };

/** A parsed YAML file that still knows on which line each value stands. */
export type YamlFile<T> = { readonly content: T; readonly lineOf: (path: YamlPath) => number };

export type YamlError<File extends string> = {
  readonly file: File;
  /** From 1. */
  readonly line: number;
  readonly clause: null;
  readonly code: YamlRefusal["code"] | "shape" | "no-source";
  readonly message: LocalText;
};

type Reading<T, File extends string> =
  | { readonly ok: true; readonly file: YamlFile<T> }
  | { readonly ok: false; readonly errors: readonly YamlError<File>[] };

/** Of errors no more than one beyond `ERRORS_LISTED_MAX`, which tells that there are more. */
export function readYaml<T, File extends string>(
  file: File,
  text: string,
  schema: z.ZodType<T>,
): Reading<T, File> {
  const refuse = (line: number, code: YamlError<File>["code"], { zh, en }: LocalText) => {
    const message = shortenedText({ zh: `格式有误：${zh}`, en });
    return { file, line, clause: null, code, message };
  };
  const parsed = parseYaml(text);
  if (!parsed.ok) {
    const refusals = parsed.refusals.slice(0, ERRORS_LISTED_MAX + 1);
    const errors = refusals.map(({ line, code, message }) => refuse(line, code, message));
    return { ok: false, errors };
  }
  const { value, lineOf } = parsed;
  const checked = schema.safeParse(value);
  if (checked.success) return { ok: true, file: { content: checked.data, lineOf } };
  const errors = checked.error.issues.slice(0, ERRORS_LISTED_MAX + 1).map((issue) => {
    const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
    const code = path.at(-1) === "source" ? "no-source" : "shape";
    const detail = `\`${path.join(".")}\`: ${issue.message}`;
    return refuse(lineOf(path), code, { zh: detail, en: detail });
  });
  return { ok: false, errors };
}
