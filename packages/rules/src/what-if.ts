import type { Facts } from "./facts/declaration.ts";
import type { ActType } from "./facts/vocabulary.ts";
import { type Outcome, outcomeOf, unknownOf } from "./judge.ts";
import { type CompiledRequirement, type Context, languageFor, type Pack } from "./pack/pack.ts";

/** One requirement on one act under both packs; where a pack has none, it is not applicable. */
export type Compared = {
  readonly requirement: string;
  readonly clause: string;
  readonly before: Outcome;
  readonly after: Outcome;
  /** Facts that are not known, because of which one of the two cannot tell. */
  readonly missing: readonly string[];
};

/** A requirement that does not read the same in both packs: only these can flip. */
export type Differing = {
  readonly before: CompiledRequirement | null;
  readonly after: CompiledRequirement | null;
};

export type WhatIf = {
  readonly differing: readonly Differing[];
  /** Every differing requirement on acts of this type, flipped or not. */
  compare(type: ActType, facts: Facts): readonly Compared[];
};

const NOTHING: readonly Compared[] = [];
const NO_FACTS: readonly string[] = [];

/**
 * Tries a pack on the past in place of another, whenever either is in force: null, there is none.
 */
export function whatIf(before: Pack | null, after: Pack | null): WhatIf {
  const differing = differingIn(before, after);
  const byType = Map.groupBy(differing, (one) => documentOf(one).on);
  return {
    differing,
    compare(type, facts) {
      const own = byType.get(type);
      if (own === undefined) return NOTHING;
      const was = contextIn(before, type, facts);
      const is = contextIn(after, type, facts);
      return own.map((one) => {
        const old = outcomeIn(one.before, was, facts);
        const now = outcomeIn(one.after, is, facts);
        return comparedAs(one, { old, now, facts });
      });
    },
  };
}

type Found = { old: Outcome; now: Outcome; facts: Facts };

function comparedAs(one: Differing, { old, now, facts }: Found): Compared {
  const { id, clause } = documentOf(one);
  const isTold = old !== "cannot-tell" && now !== "cannot-tell";
  const missing = isTold
    ? NO_FACTS
    : [...missingIn(one.before, old, facts), ...missingIn(one.after, now, facts)];
  return { requirement: id, clause, before: old, after: now, missing };
}

/** As the later pack says it; as the earlier one did where the requirement is gone. */
export function documentOf({ before, after }: Differing): CompiledRequirement["document"] {
  const requirement = after ?? before;
  if (requirement === null) throw new Error("a requirement is in one of two packs");
  return requirement.document;
}

const contextIn = (pack: Pack | null, type: ActType, facts: Facts): Context =>
  pack?.languages.has(type) === true ? languageFor(pack, type).contextOf(facts) : {};

const outcomeIn = (
  requirement: CompiledRequirement | null,
  context: Context,
  facts: Facts,
): Outcome => (requirement === null ? "not-applicable" : outcomeOf(requirement, context, facts));

const missingIn = (
  requirement: CompiledRequirement | null,
  outcome: Outcome,
  facts: Facts,
): readonly string[] =>
  requirement === null || outcome !== "cannot-tell" ? [] : unknownOf(requirement, facts);

/** A requirement that moved to another act type is two: one gone and one new. */
function differingIn(before: Pack | null, after: Pack | null): Differing[] {
  const [old, now] = [before?.requirements, after?.requirements];
  const ids = new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])]);
  return [...ids].flatMap((id): Differing[] => {
    const [was, is] = [old?.get(id) ?? null, now?.get(id) ?? null];
    if (was !== null && is !== null && was.document.on === is.document.on) {
      const isSame = decidedBy(before, was) === decidedBy(after, is);
      return isSame ? [] : [{ before: was, after: is }];
    }
    const gone = was === null ? [] : [{ before: was, after: null }];
    return is === null ? gone : [...gone, { before: null, after: is }];
  });
}

/** All that decides an outcome: the two expressions and the values of the parameters they read. */
function decidedBy(pack: Pack | null, { when, requires }: CompiledRequirement): string {
  const read = [...when.reads.parameters, ...requires.reads.parameters];
  const values = (pack?.document.parameters ?? [])
    .filter(({ id }) => read.includes(id))
    .map(({ id, value }) => [id, value]);
  return JSON.stringify([when.text, requires.text, values.sort()]);
}
