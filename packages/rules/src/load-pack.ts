import { checkExamples } from "./check-examples.ts";
import { compilePack } from "./compile-pack.ts";
import type { Pack } from "./pack.ts";
import { ExamplesDocument, PackDocument } from "./pack-document.ts";
import type { PackError } from "./pack-error.ts";
import { readYaml } from "./yaml-file.ts";

export type LoadedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly errors: readonly PackError[] };

/** Reads, compiles and tries out a pack from the texts of its two files. */
export function loadPack(texts: { pack: string; examples: string }): LoadedPack {
  const pack = readYaml("pack.yaml", texts.pack, PackDocument);
  const examples = readYaml("examples.yaml", texts.examples, ExamplesDocument);
  if (!pack.ok || !examples.ok) {
    const errors = [pack, examples].flatMap((reading) => (reading.ok ? [] : reading.errors));
    return { ok: false, errors };
  }
  const compiled = compilePack(pack.file, examples.file.content);
  if ("errors" in compiled) return { ok: false, errors: compiled.errors };
  const errors = checkExamples(compiled.pack, examples.file);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, pack: compiled.pack };
}
