import { z } from "zod";
import { readYaml, type YamlFile, type YamlPath } from "../pack/yaml-file.ts";
import { type Calculator, CalculatorDocument } from "./calculator-document.ts";
import type { CalculatorError, CalculatorErrorCode } from "./calculator-error.ts";
import { checkTable } from "./check-table.ts";
import { checkVectors } from "./check-vectors.ts";
import { type VectorsDocument, VectorsDocument as VectorsSchema } from "./vectors-document.ts";

export type LoadedCalculator =
  | { readonly ok: true; readonly calculator: Calculator; readonly vectors: VectorsDocument }
  | { readonly ok: false; readonly errors: readonly CalculatorError[] };

/** Reads a calculator and its vectors from the texts of their files and runs every vector. */
export function loadCalculator(texts: { calculator: string; vectors: string }): LoadedCalculator {
  const calculator = read("calculator.yaml", texts.calculator, CalculatorDocument);
  const vectors = readVectors(texts.vectors);
  if (!("file" in calculator) || !("file" in vectors)) {
    const errors = [calculator, vectors].flatMap((one) => ("errors" in one ? one.errors : []));
    return { ok: false, errors };
  }
  const ofTable = checkTable(calculator.file);
  if (ofTable.length > 0) return { ok: false, errors: ofTable };
  const errors = checkVectors(calculator.file.content, vectors.file);
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, calculator: calculator.file.content, vectors: vectors.file.content };
}

type Reading<T> = { readonly file: YamlFile<T> } | { readonly errors: readonly CalculatorError[] };

function read<T>(file: CalculatorError["file"], text: string, schema: z.ZodType<T>): Reading<T> {
  // The name goes into its errors only, which are renamed here.
  const reading = readYaml("pack.yaml", text, schema);
  if (reading.ok) return { file: reading.file };
  const errors = reading.errors.map(({ line, code, message }) => ({
    file,
    line,
    code: CODES[code] ?? ("shape" as const),
    message: withAdvice(message),
  }));
  return { errors };
}

const CODES: { readonly [code: string]: CalculatorErrorCode } = {
  syntax: "syntax",
  "no-source": "no-source",
};

const withAdvice = ({ zh, en }: CalculatorError["message"]) => ({
  zh: `${zh}；写法见 docs/formats/golden-vectors.md`,
  en: `${en}; docs/formats/golden-vectors.md says how to write it`,
});

/** As JSON, which is much faster; as the YAML it also is only when a line has to be named. */
function readVectors(text: string): Reading<VectorsDocument> {
  const file = "vectors.json";
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const asYaml = read(file, text, VectorsSchema);
    if ("errors" in asYaml) return asYaml;
    const detail = error instanceof Error ? error.message : "";
    const message = withAdvice({ zh: `不是 JSON：${detail}`, en: `not JSON: ${detail}` });
    return { errors: [{ file, line: 1, code: "syntax", message }] };
  }
  const parsed = VectorsSchema.safeParse(json);
  if (!parsed.success) return read(file, text, VectorsSchema);
  return { file: { content: parsed.data, lineOf: (path) => lineIn(text, path) } };
}

function lineIn(text: string, path: YamlPath): number {
  const reading = readYaml("examples.yaml", text, z.unknown());
  return reading.ok ? reading.file.lineOf(path) : 1;
}
