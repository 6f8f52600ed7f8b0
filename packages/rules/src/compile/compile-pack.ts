import { BUILT_IN_CALENDAR, type WorkingCalendar } from "../calendar/working-days.ts";
import { languageOf } from "../cel/language.ts";
import { type ActType, STANDING_VOCABULARY, vocabularyOf } from "../facts/vocabulary.ts";
import type { CompiledRequirement, Pack } from "../pack/pack.ts";
import type { ExamplesDocument, PackDocument } from "../pack/pack-document.ts";
import { type PackError, type PackErrorCode, packError } from "../pack/pack-error.ts";
import type { YamlFile, YamlPath } from "../pack/yaml-file.ts";
import { STEP_DAYS } from "./compile-deadline.ts";
import { compileRequirement } from "./compile-requirement.ts";

type Compiled = { readonly pack: Pack } | { readonly errors: readonly PackError[] };

export function compilePack(
  file: YamlFile<PackDocument>,
  examples: ExamplesDocument,
  calendar: WorkingCalendar = BUILT_IN_CALENDAR,
): Compiled {
  const document = file.content;
  const errors: PackError[] = [...duplicates(file)];
  const { languages, standing } = languagesOf(document, calendar);
  const requirements = new Map<string, CompiledRequirement>();
  for (const [index, requirement] of document.requirements.entries()) {
    const report = (at: YamlPath, code: PackErrorCode, detail: string) => {
      const line = file.lineOf(["requirements", index, ...at]);
      errors.push(packError({ file: "pack.yaml", line, clause: requirement.clause, code, detail }));
    };
    const language = languages.get(requirement.on);
    if (language === undefined) throw new Error("a language for each act type that is judged");
    const compiling = { requirement, pack: document, language, standing, report };
    const compiled = compileRequirement(compiling);
    if (compiled !== null) requirements.set(requirement.id, compiled);
  }
  if (errors.length > 0) return { errors };
  const byAct = Map.groupBy(requirements.values(), ({ document: { on } }) => on);
  const inForceLine = file.lineOf(["inForceFrom"]);
  const pack = { document, examples, requirements, byAct, languages, standing, calendar };
  return { pack: { ...pack, inForceLine } };
}

/** One language for each act type that the pack judges; its parameters are the pack's. */
function languagesOf(document: PackDocument, calendar: WorkingCalendar) {
  const parameters = Object.fromEntries(document.parameters.map(({ id, value }) => [id, value]));
  const types = new Set<ActType>(document.requirements.map(({ on }) => on));
  const languages = new Map(
    [...types].map((type) => {
      const language = languageOf({ vocabulary: vocabularyOf(type), parameters, calendar });
      return [type, language] as const;
    }),
  );
  const vocabulary = { ...STANDING_VOCABULARY, ...STEP_DAYS };
  return { languages, standing: languageOf({ vocabulary, parameters, calendar }) };
}

function duplicates(file: YamlFile<PackDocument>): PackError[] {
  const { clauses, parameters, requirements } = file.content;
  const lists = {
    clauses: clauses.map(({ number }) => number),
    parameters: parameters.map(({ id }) => id),
    requirements: requirements.map(({ id }) => id),
  };
  return Object.entries(lists).flatMap(([list, ids]) =>
    ids.flatMap((id, index) => {
      if (ids.indexOf(id) === index) return [];
      const line = file.lineOf([list, index]);
      const clause = null;
      return [packError({ file: "pack.yaml", line, clause, code: "duplicate-id", detail: id })];
    }),
  );
}
