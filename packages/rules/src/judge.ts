import { isInDoubt, lowerDoubt } from "./calculators/language-functions.ts";
import type { Facts, FactValue } from "./facts/declaration.ts";
import type { ActType } from "./facts/vocabulary.ts";
import {
  type CompiledRequirement,
  type Context,
  isInForce,
  languageFor,
  type Pack,
} from "./pack/pack.ts";

export type Outcome = "met" | "not-met" | "not-applicable" | "cannot-tell";

/** `on` is the calendar date of the activity: it chooses the versions in force. */
export type JudgedAct = { readonly type: ActType; readonly scheme: string; readonly on: string };

/** What an entry stores of a verdict; `explain` finds the words again. */
export type RecordedVerdict = {
  readonly requirement: string;
  readonly clause: string;
  readonly outcome: Outcome;
  readonly facts: Facts;
};

export type Judged = {
  readonly pack: string;
  readonly version: string;
  readonly verdicts: readonly RecordedVerdict[];
};

/** Verdicts of every pack in force for the act; what does not apply is left out. */
export function judge(given: { packs: readonly Pack[]; act: JudgedAct; facts: Facts }): Judged[] {
  const { packs, act, facts } = given;
  const judged: Judged[] = [];
  for (const pack of packs) {
    if (!isInForce(pack, act.scheme, act.on)) continue;
    const { id, version } = pack.document;
    // Members in canonical order, as entries store them.
    judged.push({ pack: id, verdicts: verdictsOf(pack, act.type, facts), version });
  }
  return judged;
}

function verdictsOf(pack: Pack, type: ActType, facts: Facts): RecordedVerdict[] {
  const requirements = pack.byAct.get(type);
  if (requirements === undefined) return [];
  const context = languageFor(pack, type).contextOf(facts);
  const verdicts: RecordedVerdict[] = [];
  for (const requirement of requirements) {
    const outcome = outcomeOf(requirement, context, facts);
    if (outcome === "not-applicable") continue;
    const { id, clause } = requirement.document;
    verdicts.push({ clause, facts: noted(requirement, facts), outcome, requirement: id });
  }
  return verdicts;
}

export function outcomeOf(
  requirement: CompiledRequirement,
  context: Context,
  facts: Facts,
): Outcome {
  if (!areKnown(requirement.needsWhen, facts)) return "cannot-tell";
  lowerDoubt();
  const applies = requirement.when.run(context);
  if (isInDoubt()) return "cannot-tell";
  if (applies !== true) return "not-applicable";
  if (!requirement.decidable || !areKnown(requirement.needs, facts)) return "cannot-tell";
  const met = requirement.requires.run(context);
  if (isInDoubt()) return "cannot-tell";
  return met === true ? "met" : "not-met";
}

export function areKnown(names: readonly string[], facts: Facts): boolean {
  for (const name of names) if (isUnknown(facts[name])) return false;
  return true;
}

const isUnknown = (value: FactValue | undefined): boolean =>
  value === null || value === undefined || value === "";

/** Facts that a requirement lacks; none where it cannot tell for another reason. */
export const unknownOf = ({ needsWhen, needs }: CompiledRequirement, facts: Facts): string[] =>
  [...new Set([...needsWhen, ...needs])].filter((name) => isUnknown(facts[name]));

function noted({ noted: names }: CompiledRequirement, facts: Facts): Facts {
  const kept: Record<string, FactValue> = {};
  for (const name of names) kept[name] = facts[name] ?? null;
  return kept;
}
