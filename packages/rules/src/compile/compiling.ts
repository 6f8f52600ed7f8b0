import type { Expression, Language } from "../cel/language.ts";
import type { LocalText } from "../facts/declaration.ts";
import type { PackDocument, RequirementDocument } from "../pack/pack-document.ts";
import type { PackErrorCode } from "../pack/pack-error.ts";
import { compileTemplate, type Template } from "../pack/template.ts";
import type { YamlPath } from "../pack/yaml-file.ts";

/** One requirement while it is compiled; `report` says what is wrong, at a place within it. */
export type Compiling = {
  readonly requirement: RequirementDocument;
  readonly pack: PackDocument;
  readonly language: Language;
  /** What deadlines are written in. */
  readonly standing: Language;
  readonly report: (at: YamlPath, code: PackErrorCode, detail: string) => void;
};

/** Where something stands within the requirement, and the language it is written in. */
export type Place = Compiling & { readonly at: YamlPath };

export function compileTo(type: "bool" | "string", place: Place, text: string): Expression | null {
  const compiled = place.language.compile(text);
  if ("code" in compiled) {
    place.report(place.at, compiled.code, compiled.detail);
    return null;
  }
  if (compiled.type === type) return compiled;
  place.report(place.at, "type-error", `expected ${type}, found ${compiled.type}`);
  return null;
}

export function compileSentence(place: Place, text: LocalText): Template | null {
  const compiled = compileTemplate(text, place.language);
  if (!("code" in compiled)) return compiled;
  place.report(place.at, compiled.code, compiled.detail);
  return null;
}

export function reportUnknownClause(clause: string, at: YamlPath, { pack, report }: Compiling) {
  if (!pack.clauses.some(({ number }) => number === clause)) report(at, "unknown-clause", clause);
}

/** Facts without which an expression says nothing: those read but not asked about. */
export function needsOf({ reads: { names, guarded } }: Expression): string[] {
  return [...names].filter((name) => name !== "param" && !guarded.has(name));
}

export const parametersOf = (part: Expression | Template): string[] =>
  "reads" in part ? [...part.reads.parameters] : [...part.parameters];
