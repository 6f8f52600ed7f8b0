import type { Expression } from "../cel/language.ts";
import type { Vocabulary } from "../facts/vocabulary.ts";
import { leastSure } from "../pack/confidence.ts";
import type { CompiledDeadline, CompiledStep } from "../pack/pack.ts";
import type { StepDocument } from "../pack/pack-document.ts";
import type { YamlPath } from "../pack/yaml-file.ts";
import {
  type Compiling,
  compileSentence,
  compileTo,
  needsOf,
  parametersOf,
  reportUnknownClause,
} from "./compiling.ts";

/** Days that a deadline's words may name: its own, and that of the step before. */
export const STEP_DAYS: Vocabulary = {
  dueOn: { type: "date", always: true, label: { zh: "到期日", en: "due date" } },
  previousDueOn: {
    type: "date",
    always: false,
    label: { zh: "前一步到期日", en: "due date of the step before" },
  },
};

export function compileDeadline(compiling: Compiling): CompiledDeadline | null | "refused" {
  const { deadline } = compiling.requirement;
  if (deadline === undefined) return null;
  const on = { ...compiling, language: compiling.standing };
  const first = compileStep(on, deadline, ["deadline"]);
  const rest = deadline.escalation.map((step, index) => {
    const at = ["deadline", "escalation", index];
    if (step.clause !== undefined) reportUnknownClause(step.clause, [...at, "clause"], compiling);
    return compileStep(on, step, at);
  });
  const steps = [first, ...rest].filter((step) => step !== null);
  return first === null || steps.length < rest.length + 1 ? "refused" : { ...first, steps };
}

function compileStep(on: Compiling, document: StepDocument, at: YamlPath): CompiledStep | null {
  const compile = (part: "opensOn" | "openWhile" | "due") => {
    const place = { ...on, at: [...at, part] };
    const compiled = compileTo(part === "openWhile" ? "bool" : "string", place, document[part]);
    if (compiled !== null) reportStranger(compiled, place, at.length === 1);
    return compiled;
  };
  const opensOn = compile("opensOn");
  const openWhile = compile("openWhile");
  const due = compile("due");
  const ahead = compileSentence({ ...on, at: [...at, "ahead"] }, document.ahead);
  const overdue = compileSentence({ ...on, at: [...at, "overdue"] }, document.overdue);
  if (!(opensOn && openWhile && due && ahead && overdue)) return null;
  const parts = [openWhile, opensOn, due, ahead, overdue];
  const { clause, confidence: ofRequirement } = on.requirement;
  const remedy = document.remedy ?? on.requirement.remedy;
  return {
    document,
    clause: document.clause ?? clause,
    source: document.source ?? null,
    opensOn,
    openWhile,
    due,
    needs: [...needsOf(openWhile), ...needsOf(due)],
    needsOpening: needsOf(opensOn),
    reads: parts.flatMap((part) => [...("reads" in part ? part.reads.names : part.facts)]),
    ahead,
    overdue,
    remedy,
    lateRemedy: document.lateRemedy ?? remedy,
    confidence: leastSure(on.pack, {
      clause: document.clause ?? clause,
      parameters: parts.flatMap(parametersOf),
      confidence: document.confidence ?? ofRequirement,
    }),
  };
}

/** A due date cannot read itself, and the first step has none before it. */
function reportStranger(
  { reads }: Expression,
  place: Compiling & { readonly at: YamlPath },
  isFirst: boolean,
): void {
  const stranger = ["dueOn", ...(isFirst ? ["previousDueOn"] : [])].find((n) => reads.names.has(n));
  if (stranger !== undefined) place.report(place.at, "unknown-fact", stranger);
}
