import { isInDoubt, lowerDoubt } from "./calculators/language-functions.ts";
import { certaintyOf } from "./explain.ts";
import type { Facts, LocalText } from "./facts/declaration.ts";
import { areKnown } from "./judge.ts";
import { type CompiledRequirement, isInForce, type Pack } from "./pack.ts";

export type Deadline = {
  readonly requirement: string;
  readonly clause: string;
  readonly dueOn: string;
  /** The day itself is still ahead. */
  readonly state: "ahead" | "overdue";
  readonly unconfirmed: boolean;
  readonly message: LocalText;
};

/** Open deadlines of a certificate that stands as StandingFacts say on a day, soonest first. */
export function deadlinesOf(given: {
  packs: readonly Pack[];
  scheme: string;
  on: string;
  facts: Facts;
}): Deadline[] {
  const { packs, scheme, on, facts } = given;
  const deadlines: Deadline[] = [];
  for (const pack of packs) {
    if (!isInForce(pack, scheme, on)) continue;
    for (const requirement of pack.requirements.values()) {
      const deadline = deadlineOf({ pack, requirement, on, facts });
      if (deadline !== null) deadlines.push(deadline);
    }
  }
  return deadlines.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** Null: the requirement opens no deadline now, or not enough is known to say one. */
export function deadlineOf(given: {
  pack: Pack;
  requirement: CompiledRequirement;
  on: string;
  facts: Facts;
}): Deadline | null {
  const { pack, requirement, on, facts } = given;
  const { deadline, document } = requirement;
  if (deadline === null || !areKnown(deadline.needs, facts)) return null;
  lowerDoubt();
  const context = pack.standing.contextOf(facts);
  if (deadline.openWhile.run(context) !== true) return null;
  const dueOn = String(deadline.due.run(context));
  if (isInDoubt()) return null;
  const state = on > dueOn ? "overdue" : "ahead";
  const sentence = state === "overdue" ? deadline.overdue : deadline.ahead;
  return {
    requirement: document.id,
    clause: document.clause,
    dueOn,
    state,
    unconfirmed: certaintyOf(requirement).unconfirmed,
    message: sentence.fill(pack.standing.contextOf({ ...facts, dueOn })),
  };
}
