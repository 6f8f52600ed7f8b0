import { isInDoubt, lowerDoubt } from "../calculators/language-functions.ts";
import { certaintyOf } from "../explain.ts";
import type { Facts, LocalText } from "../facts/declaration.ts";
import { areKnown } from "../judge.ts";
import type { CompiledRequirement, Pack } from "../pack/pack.ts";

export type Deadline = {
  readonly requirement: string;
  readonly clause: string;
  readonly dueOn: string;
  /** The day itself is still ahead. */
  readonly state: "ahead" | "overdue";
  readonly unconfirmed: boolean;
  readonly message: LocalText;
};

/**
 * The first step of a requirement's chain, without pauses, as examples state it. Null: it opens
 * none now, or not enough is known to say one.
 */
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
