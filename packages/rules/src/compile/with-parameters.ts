import type { ParameterValue } from "../cel/language.ts";
import { ExamplesDocument, PackDocument } from "../pack/pack-document.ts";
import { listedErrors, type PackError, packError } from "../pack/pack-error.ts";
import { readYaml, type YamlError } from "../pack/yaml-file.ts";
import { compilePack } from "./compile-pack.ts";
import type { LoadedPack } from "./load-pack.ts";

export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/**
 * A pack with other values for some of its parameters, to be tried out and never to judge by: its
 * examples, which speak of the values as published, are not run.
 */
export function withParameters(
  texts: { pack: string; examples: string },
  values: ParameterValues,
): LoadedPack {
  const pack = readYaml("pack.yaml", texts.pack, PackDocument);
  const examples = readYaml("examples.yaml", texts.examples, ExamplesDocument);
  if (!pack.ok || !examples.ok) {
    const errors = [pack, examples].flatMap((reading) =>
      reading.ok ? [] : reading.errors.map(asPackError),
    );
    return { ok: false, errors: listedErrors(errors) };
  }
  const { content, lineOf } = pack.file;
  const known = new Set(content.parameters.map(({ id }) => id));
  const strangers = Object.keys(values).filter((id) => !known.has(id));
  if (strangers.length > 0) {
    const place = { file: "pack.yaml", line: lineOf(["parameters"]), clause: null } as const;
    const errors = strangers.map((detail) =>
      packError({ ...place, code: "unknown-parameter", detail }),
    );
    return { ok: false, errors: listedErrors(errors) };
  }
  const parameters = content.parameters.map((parameter) => ({
    ...parameter,
    value: values[parameter.id] ?? parameter.value,
  }));
  const changed = { lineOf, content: { ...content, parameters } };
  const compiled = compilePack(changed, examples.file.content);
  return "errors" in compiled
    ? { ok: false, errors: listedErrors(compiled.errors) }
    : { ok: true, pack: compiled.pack };
}

const asPackError = ({ message, ...place }: YamlError<PackError["file"]>): PackError =>
  packError({ ...place, detail: message });
