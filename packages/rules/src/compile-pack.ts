import type { FactDeclaration, LocalText } from "./facts/declaration.ts";
import { ACT_TYPES, type ActType, STANDING_VOCABULARY, VOCABULARY } from "./facts/vocabulary.ts";
import { type Expression, type Language, languageOf } from "./language.ts";
import type { CompiledDeadline, CompiledRequirement, Pack } from "./pack.ts";
import type { ExamplesDocument, PackDocument, RequirementDocument } from "./pack-document.ts";
import type { PackError, PackErrorCode } from "./pack-error.ts";
import { compileTemplate, type Template } from "./template.ts";
import type { YamlFile, YamlPath } from "./yaml-file.ts";

/** The day of a deadline, as its sentences may name it. */
const DUE_ON: { readonly dueOn: FactDeclaration } = {
  dueOn: { type: "date", always: true, label: { zh: "到期日", en: "due date" } },
};

type Compiling = {
  readonly requirement: RequirementDocument;
  readonly language: Language;
  readonly standing: Language;
  readonly report: (at: YamlPath, code: PackErrorCode, detail: string) => void;
};

type Compiled = { readonly pack: Pack } | { readonly errors: readonly PackError[] };

export function compilePack(file: YamlFile<PackDocument>, examples: ExamplesDocument): Compiled {
  const document = file.content;
  const errors: PackError[] = [...duplicates(file)];
  const values = Object.fromEntries(document.parameters.map(({ id, value }) => [id, value]));
  const languages = {
    CertificateReported: languageOf(VOCABULARY.CertificateReported, values),
    AuditParticipationReported: languageOf(VOCABULARY.AuditParticipationReported, values),
    AuditPlanReported: languageOf(VOCABULARY.AuditPlanReported, values),
  };
  const standing = languageOf(STANDING_VOCABULARY, values, DUE_ON);
  const requirements = new Map<string, CompiledRequirement>();
  for (const [index, requirement] of document.requirements.entries()) {
    const report = (at: YamlPath, code: PackErrorCode, detail: string) => {
      const line = file.lineOf(["requirements", index, ...at]);
      errors.push(packError({ line, clause: requirement.clause, code, detail }));
    };
    const language = languages[requirement.on];
    const compiled = compileRequirement({ requirement, language, standing, report }, document);
    if (compiled !== null) requirements.set(requirement.id, compiled);
  }
  if (errors.length > 0) return { errors };
  const all = [...requirements.values()];
  const byAct = (type: ActType) => all.filter(({ document: { on } }) => on === type);
  const [certificate, participation, plan] = ACT_TYPES;
  return {
    pack: {
      document,
      examples,
      requirements,
      byAct: {
        [certificate]: byAct(certificate),
        [participation]: byAct(participation),
        [plan]: byAct(plan),
      },
      languages,
      standing,
    },
  };
}

function compileRequirement(
  compiling: Compiling,
  document: PackDocument,
): CompiledRequirement | null {
  const { requirement, report } = compiling;
  if (!document.clauses.some(({ number }) => number === requirement.clause)) {
    report(["clause"], "unknown-clause", requirement.clause);
  }
  const when = compileTo("bool", { ...compiling, at: ["when"] }, requirement.when);
  const requires = compileTo("bool", { ...compiling, at: ["requires"] }, requirement.requires);
  const sentence = (name: "met" | "notMet" | "cannotTell", text: LocalText) =>
    compileSentence({ ...compiling, at: ["because", name] }, text);
  const met = sentence("met", requirement.because.met);
  const notMet = sentence("notMet", requirement.because.notMet);
  const { cannotTell: doubt } = requirement.because;
  const cannotTell = doubt === undefined ? null : sentence("cannotTell", doubt);
  const deadline = compileDeadline(compiling);
  if (!(when && requires && met && notMet) || deadline === "refused") return null;
  reportUnguarded(when, compiling);
  const parts = [requires, when, met, notMet, ...(cannotTell ? [cannotTell] : [])];
  const sentences = [met, notMet, ...(cannotTell ? [cannotTell] : [])];
  const unset = document.parameters.filter(({ value }) => value === null).map(({ id }) => id);
  const asked = [...when.reads.parameters, ...requires.reads.parameters];
  return {
    document: requirement,
    when,
    requires,
    needsWhen: needsOf(when),
    needs: needsOf(requires),
    decidable: !asked.some((id) => unset.includes(id)),
    noted: factNames([requires.reads.names, ...sentences.map(({ facts }) => facts)]),
    parameters: [...new Set(parts.flatMap(parametersOf))],
    met,
    notMet,
    cannotTell,
    deadline,
  };
}

function compileDeadline(compiling: Compiling): CompiledDeadline | null | "refused" {
  const { deadline } = compiling.requirement;
  if (deadline === undefined) return null;
  const on = { ...compiling, language: compiling.standing };
  const openWhile = compileTo("bool", { ...on, at: ["deadline", "openWhile"] }, deadline.openWhile);
  const due = compileTo("string", { ...on, at: ["deadline", "due"] }, deadline.due);
  const ahead = compileSentence({ ...on, at: ["deadline", "ahead"] }, deadline.ahead);
  const overdue = compileSentence({ ...on, at: ["deadline", "overdue"] }, deadline.overdue);
  if (!(openWhile && due && ahead && overdue)) return "refused";
  return { openWhile, due, needs: [...needsOf(openWhile), ...needsOf(due)], ahead, overdue };
}

type Place = Compiling & { readonly at: YamlPath };

function compileTo(type: "bool" | "string", place: Place, text: string): Expression | null {
  const compiled = place.language.compile(text);
  if ("code" in compiled) {
    place.report(place.at, compiled.code, compiled.detail);
    return null;
  }
  if (compiled.type === type) return compiled;
  place.report(place.at, "type-error", `expected ${type}, found ${compiled.type}`);
  return null;
}

function compileSentence(place: Place, text: LocalText): Template | null {
  const compiled = compileTemplate(text, place.language);
  if (!("code" in compiled)) return compiled;
  place.report(place.at, compiled.code, compiled.detail);
  return null;
}

/** `when` decides silently, so a fact that may be null must be asked about with `known`. */
function reportUnguarded(when: Expression, { requirement, report }: Compiling): void {
  const vocabulary = VOCABULARY[requirement.on];
  for (const name of needsOf(when)) {
    if (vocabulary[name]?.always === false) report(["when"], "unguarded-fact", name);
  }
}

const needsOf = ({ reads }: Expression): string[] =>
  [...reads.names].filter((name) => name !== "param" && !reads.guarded.has(name));

const factNames = (sets: readonly ReadonlySet<string>[]): string[] =>
  [...new Set(sets.flatMap((names) => [...names]))].filter((name) => name !== "param").sort();

const parametersOf = (part: Expression | Template): string[] =>
  "reads" in part ? [...part.reads.parameters] : [...part.parameters];

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
      return [packError({ line, clause: null, code: "duplicate-id", detail: id })];
    }),
  );
}

const WHY: { readonly [C in PackErrorCode]?: LocalText } = {
  "duplicate-id": { zh: "编号重复", en: "the id is used twice" },
  "unknown-clause": { zh: "条款未列出", en: "the clause is not listed" },
  "unknown-fact": { zh: "没有这项事实", en: "no such fact" },
  "unknown-parameter": { zh: "没有这个参数", en: "no such parameter" },
  "unknown-function": { zh: "没有这个函数", en: "no such function" },
  "type-error": { zh: "表达式类型不符", en: "the expression does not type-check" },
  "expression-too-long": { zh: "表达式过长", en: "the expression is too long" },
  syntax: { zh: "表达式写法有误", en: "the expression cannot be read" },
  "unguarded-fact": {
    zh: "适用条件读取可能未知的事实，须先用 known() 询问",
    en: "the condition reads a fact that may be unknown; ask known() first",
  },
};

function packError(given: {
  line: number;
  clause: string | null;
  code: PackErrorCode;
  detail: string;
}): PackError {
  const { line, clause, code, detail } = given;
  const why = WHY[code] ?? { zh: "有误", en: "wrong" };
  const message = { zh: `${why.zh}：\`${detail}\``, en: `${why.en}: \`${detail}\`` };
  return { file: "pack.yaml", line, clause, code, message };
}
