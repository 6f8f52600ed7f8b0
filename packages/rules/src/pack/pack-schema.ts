import { z } from "zod";
import { ExamplesDocument, PackDocument } from "./pack-document.ts";

/** JSON Schema (2020-12) of pack.yaml, for authors, editors and other programs. */
export function packSchema(): Readonly<Record<string, unknown>> {
  return published("pack.yaml", PackDocument);
}

/** JSON Schema (2020-12) of examples.yaml. */
export function examplesSchema(): Readonly<Record<string, unknown>> {
  return published("examples.yaml", ExamplesDocument);
}

/** Of what an author writes: fields with a default may be left out. */
const published = (title: string, schema: z.ZodType) => ({
  ...z.toJSONSchema(schema, { io: "input" }),
  title,
});
