import type { Facts } from "./facts/declaration.ts";
import type { ActType } from "./facts/vocabulary.ts";
import { type Outcome, outcomeOf, type RecordedVerdict } from "./judge.ts";
import { type CompiledRequirement, languageFor, type Pack } from "./pack.ts";

/** A requirement whose outcome differs. One that a pack does not have is not applicable there. */
export type Flip = {
  readonly requirement: string;
  readonly clause: string;
  readonly before: Outcome;
  readonly after: Outcome;
};

/** What changed between two lists of verdicts on the same facts, as `judge` gives them. */
export function flips(
  before: readonly RecordedVerdict[],
  after: readonly RecordedVerdict[],
): Flip[] {
  const was = new Map(before.map((verdict) => [verdict.requirement, verdict]));
  const is = new Map(after.map((verdict) => [verdict.requirement, verdict]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((requirement) => {
    const [one, other] = [was.get(requirement), is.get(requirement)];
    const [old, now] = [one?.outcome ?? "not-applicable", other?.outcome ?? "not-applicable"];
    if (old === now) return [];
    return [{ requirement, clause: other?.clause ?? one?.clause ?? "", before: old, after: now }];
  });
}

type Pair = {
  readonly before: CompiledRequirement | null;
  readonly after: CompiledRequirement | null;
};

/**
 * Tries a pack on the past in place of another: for one act's facts, which outcomes flip. When the
 * versions are in force does not matter. Requirements that read the same in both are left out,
 * since they cannot flip.
 */
export function whatIf(before: Pack, after: Pack): (type: ActType, facts: Facts) => Flip[] {
  const pairs = differingPairs(before, after);
  return (type, facts) => {
    const own = pairs.get(type);
    if (own === undefined) return [];
    const outcomes = [before, after].map((pack) => {
      const context = pack.languages.has(type) ? languageFor(pack, type).contextOf(facts) : {};
      return (requirement: CompiledRequirement | null): Outcome =>
        requirement === null ? "not-applicable" : outcomeOf(requirement, context, facts);
    });
    const found: Flip[] = [];
    for (const pair of own) {
      const document = (pair.after ?? pair.before)?.document;
      const old = outcomes[0]?.(pair.before) ?? "not-applicable";
      const now = outcomes[1]?.(pair.after) ?? "not-applicable";
      if (document === undefined || old === now) continue;
      const { id, clause } = document;
      found.push({ requirement: id, clause, before: old, after: now });
    }
    return found;
  };
}

/** By act type. A requirement that moved to another act type is two: one gone and one new. */
function differingPairs(before: Pack, after: Pack): ReadonlyMap<ActType, readonly Pair[]> {
  const ids = new Set([...after.requirements.keys(), ...before.requirements.keys()]);
  const pairs = [...ids].flatMap((id): { on: ActType; pair: Pair }[] => {
    const [was, is] = [before.requirements.get(id) ?? null, after.requirements.get(id) ?? null];
    if (was !== null && is !== null && was.document.on === is.document.on) {
      const isSame = decidedBy(before, was) === decidedBy(after, is);
      return isSame ? [] : [{ on: is.document.on, pair: { before: was, after: is } }];
    }
    const alone = [was && { before: was, after: null }, is && { before: null, after: is }];
    return alone
      .filter((pair) => pair !== null)
      .flatMap((pair) => {
        const on = (pair.after ?? pair.before)?.document.on;
        return on === undefined ? [] : [{ on, pair }];
      });
  });
  return new Map(
    [...Map.groupBy(pairs, ({ on }) => on)].map(([on, group]) => [
      on,
      group.map(({ pair }) => pair),
    ]),
  );
}

/** All that decides an outcome: the two expressions and the values of the parameters they read. */
function decidedBy({ document }: Pack, { when, requires }: CompiledRequirement): string {
  const read = [...when.reads.parameters, ...requires.reads.parameters];
  const values = document.parameters
    .filter(({ id }) => read.includes(id))
    .map(({ id, value }) => [id, value]);
  return JSON.stringify([when.text, requires.text, values.sort()]);
}
