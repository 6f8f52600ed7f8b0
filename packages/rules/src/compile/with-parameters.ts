import type { ParameterValue } from "../cel/language.ts";
import { ExamplesDocument, PackDocument } from "../pack/pack-document.ts";
import { listedErrors, type PackError, packError } from "../pack/pack-error.ts";
import { allowedIn, fitsUnit } from "../pack/parameter-unit.ts";
import { readYaml, type YamlError, type YamlFile } from "../pack/yaml-file.ts";
import { compilePack } from "./compile-pack.ts";
import type { LoadedPack } from "./load-pack.ts";

type Reading = YamlFile<PackDocument>;

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
  const unfit = [...strangers(pack.file, values), ...outsideUnits(pack.file, values)];
  if (unfit.length > 0) return { ok: false, errors: listedErrors(unfit) };
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

const PLACE = { file: "pack.yaml", clause: null } as const;

function strangers({ content, lineOf }: Reading, values: ParameterValues): PackError[] {
  const known = new Set(content.parameters.map(({ id }) => id));
  return Object.keys(values)
    .filter((id) => !known.has(id))
    .map((detail) => {
      const line = lineOf(["parameters"]);
      return packError({ ...PLACE, line, code: "unknown-parameter", detail });
    });
}

/** Values that no rule could state, such as a part of a day or a share of three. */
function outsideUnits({ content, lineOf }: Reading, values: ParameterValues): PackError[] {
  return content.parameters.flatMap(({ id, unit }, place) => {
    const value = values[id];
    if (value === undefined || fitsUnit(value, unit)) return [];
    const { zh, en } = allowedIn(unit).words;
    const [given, of] = [`\`${id}\``, unit === null ? "" : `（${unit}）`];
    const detail = {
      zh: `${given}${of}不能是 \`${value}\`，须为：${zh}`,
      en: `${given} cannot be \`${value}\`; in its unit it is ${en}`,
    };
    const line = lineOf(["parameters", place]);
    return [packError({ ...PLACE, line, code: "value-outside-unit", detail })];
  });
}

const asPackError = ({ message, ...place }: YamlError<PackError["file"]>): PackError =>
  packError({ ...place, detail: message });
