import type { Expression } from "../cel/language.ts";
import type { LocalText } from "../facts/declaration.ts";
import { vocabularyOf } from "../facts/vocabulary.ts";
import { leastSure } from "../pack/confidence.ts";
import type { CompiledRequirement } from "../pack/pack.ts";
import type { RequirementDocument } from "../pack/pack-document.ts";
import { compileDeadline } from "./compile-deadline.ts";
import {
  type Compiling,
  compileSentence,
  compileTo,
  needsOf,
  parametersOf,
  reportUnknownClause,
} from "./compiling.ts";

export function compileRequirement(compiling: Compiling): CompiledRequirement | null {
  const { requirement, pack, report } = compiling;
  reportUnknownClause(requirement.clause, ["clause"], compiling);
  const when = compileTo("bool", { ...compiling, at: ["when"] }, requirement.when);
  const requires = compileTo("bool", { ...compiling, at: ["requires"] }, requirement.requires);
  const sentences = compileSentences(compiling);
  const deadline = compileDeadline(compiling);
  if (!(when && requires && sentences) || deadline === "refused") return null;
  reportUnguarded(when, requirement, report);
  const { met, notMet, cannotTell } = sentences;
  const said = [met, notMet, ...(cannotTell ? [cannotTell] : [])];
  const unset = pack.parameters.filter(({ value }) => value === null).map(({ id }) => id);
  const asked = [...when.reads.parameters, ...requires.reads.parameters];
  const parameters = [...new Set([requires, when, ...said].flatMap(parametersOf))];
  return {
    document: requirement,
    when,
    requires,
    needsWhen: needsOf(when),
    needs: needsOf(requires),
    decidable: !asked.some((id) => unset.includes(id)),
    reads: factNames([when.reads.names, requires.reads.names, ...said.map(({ facts }) => facts)]),
    noted: factNames([requires.reads.names, ...said.map(({ facts }) => facts)]),
    parameters,
    confidence: leastSure(pack, { ...requirement, parameters }),
    met,
    notMet,
    cannotTell,
    deadline,
  };
}

type Sentences = Pick<CompiledRequirement, "met" | "notMet" | "cannotTell">;

function compileSentences(compiling: Compiling): Sentences | null {
  const { because } = compiling.requirement;
  const sentence = (name: "met" | "notMet" | "cannotTell", text: LocalText) =>
    compileSentence({ ...compiling, at: ["because", name] }, text);
  const met = sentence("met", because.met);
  const notMet = sentence("notMet", because.notMet);
  if (because.cannotTell === undefined) return met && notMet && { met, notMet, cannotTell: null };
  const cannotTell = sentence("cannotTell", because.cannotTell);
  return met && notMet && cannotTell && { met, notMet, cannotTell };
}

/** `when` decides silently, so a fact that may be null must be asked about with `known`. */
function reportUnguarded(
  when: Expression,
  requirement: RequirementDocument,
  report: Compiling["report"],
): void {
  const vocabulary = vocabularyOf(requirement.on);
  const unguarded = needsOf(when).find((name) => vocabulary[name]?.always === false);
  if (unguarded !== undefined) report(["when"], "unguarded-fact", unguarded);
}

const factNames = (sets: readonly ReadonlySet<string>[]): string[] =>
  [...new Set(sets.flatMap((set) => [...set]))].filter((name) => name !== "param").sort();
