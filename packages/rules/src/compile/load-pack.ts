import type { WorkingCalendar } from "../calendar/working-days.ts";
import { checkExamples } from "../check-examples.ts";
import type { Pack } from "../pack/pack.ts";
import { ExamplesDocument, PackDocument } from "../pack/pack-document.ts";
import { listedErrors, type PackError, packError } from "../pack/pack-error.ts";
import { readYaml, type YamlError } from "../pack/yaml-file.ts";
import { compilePack } from "./compile-pack.ts";

export type LoadedPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly errors: readonly PackError[] };

/** Reads, compiles and tries out a pack from the texts of its two files. */
export function loadPack(texts: {
  pack: string;
  examples: string;
  /** Working days; without one, the lists built in. */
  calendar?: WorkingCalendar;
}): LoadedPack {
  const pack = readYaml("pack.yaml", texts.pack, PackDocument);
  const examples = readYaml("examples.yaml", texts.examples, ExamplesDocument);
  if (!pack.ok || !examples.ok) {
    const errors = [pack, examples].flatMap((reading) =>
      reading.ok ? [] : reading.errors.map(asPackError),
    );
    return { ok: false, errors: listedErrors(errors) };
  }
  const compiled = compilePack(pack.file, examples.file.content, texts.calendar);
  if ("errors" in compiled) return { ok: false, errors: listedErrors(compiled.errors) };
  const errors = checkExamples(compiled.pack, examples.file);
  return errors.length > 0
    ? { ok: false, errors: listedErrors(errors) }
    : { ok: true, pack: compiled.pack };
}

const asPackError = ({ message, ...place }: YamlError<PackError["file"]>): PackError =>
  packError({ ...place, detail: message });
