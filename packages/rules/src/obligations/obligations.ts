import { isInDoubt, lowerDoubt } from "../calculators/language-functions.ts";
import { addDays } from "../calendar/dates.ts";
import type { Facts, LocalText } from "../facts/declaration.ts";
import { areKnown } from "../judge.ts";
import { type CompiledRequirement, type CompiledStep, isInForce, type Pack } from "../pack/pack.ts";
import type { Confidence } from "../pack/pack-document.ts";
import { type Pause, type PauseSubject, pausesFor, toll } from "./tolling.ts";

/**
 * - `ahead`, `reminding`: the day itself is still ahead; from its first reminder on, reminding.
 * - `overdue`: past its day, still to be done.
 * - `lapsed`: past its day and beyond remedy, or what follows from that has opened.
 */
export type ObligationState = "ahead" | "reminding" | "overdue" | "lapsed";

/** One open step of a requirement's chain. */
export type Obligation = {
  readonly pack: string;
  readonly version: string;
  readonly requirement: string;
  readonly clause: string;
  readonly step: string;
  readonly opensOn: string;
  readonly dueOn: string;
  /** Oldest first, all before the due date. */
  readonly remindOn: readonly string[];
  readonly state: ObligationState;
  readonly confidence: Confidence;
  readonly unconfirmed: boolean;
  readonly message: LocalText;
  readonly remedy: LocalText;
  /** What closes it. */
  readonly closes: LocalText;
  /** What follows when it lapses; its day where that can be told already. */
  readonly follows: { readonly step: string; readonly dueOn: string | null } | null;
  /** How pauses moved the due date, in words. */
  readonly tolled: LocalText | null;
};

export type ObligationsGiven = {
  readonly packs: readonly Pack[];
  readonly scheme: string;
  readonly on: string;
  /** How the certificate stands on that day, as StandingFacts say. */
  readonly facts: Facts;
  readonly pauses?: readonly Pause[];
  /** Whom pauses may be limited to. */
  readonly subject?: Omit<PauseSubject, "requirement">;
};

/**
 * Every open obligation of a certificate on a day, soonest first. What is not known opens nothing.
 * A step that several requirements of one clause ask for on one day is said once.
 */
export function obligationsOf(given: ObligationsGiven): Obligation[] {
  const { packs, scheme, on } = given;
  const found = new Map<string, Obligation>();
  const inForce = packs.filter((pack) => isInForce(pack, scheme, on));
  for (const obligation of inForce.flatMap((pack) => openInPack(pack, given))) {
    const { pack, clause, step, dueOn } = obligation;
    const key = [pack, clause, step, dueOn].join("\n");
    if (!found.has(key)) found.set(key, obligation);
  }
  return [...found.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

const openInPack = (pack: Pack, given: ObligationsGiven): Obligation[] =>
  [...pack.requirements.values()].flatMap((requirement) => openSteps(pack, requirement, given));

/** A step with its days, whether it is open or not. */
type Dated = {
  readonly step: CompiledStep;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly isOpen: boolean;
  readonly tolled: LocalText | null;
};

/** The steps of one requirement that are open, in the order of its chain. */
export function openSteps(
  pack: Pack,
  requirement: CompiledRequirement,
  given: ObligationsGiven,
): Obligation[] {
  if (requirement.deadline === null) return [];
  const dated = datedSteps(pack, requirement, given);
  const lastOpen = dated.findLastIndex((step) => step?.isOpen === true);
  return dated.flatMap((step, index) => {
    if (step === null || !step.isOpen) return [];
    const next = requirement.deadline?.steps[index + 1];
    const follows =
      next === undefined
        ? null
        : { step: next.document.step, dueOn: dated[index + 1]?.dueOn ?? null };
    return [described({ pack, requirement, step, follows, given, isSuperseded: index < lastOpen })];
  });
}

/** Each step of the chain in order; null where its days cannot be told. */
function datedSteps(
  pack: Pack,
  requirement: CompiledRequirement,
  given: ObligationsGiven,
): (Dated | null)[] {
  let previousDueOn: string | null = null;
  const dated: (Dated | null)[] = [];
  for (const step of requirement.deadline?.steps ?? []) {
    const found: Dated | null = datedStep(pack, step, {
      ...given,
      facts: { ...given.facts, previousDueOn },
      requirement: requirement.document.id,
    });
    dated.push(found);
    previousDueOn = found?.dueOn ?? null;
  }
  return dated;
}

function datedStep(
  pack: Pack,
  step: CompiledStep,
  given: ObligationsGiven & { readonly requirement: string },
): Dated | null {
  const { on, facts, pauses = [], requirement, subject } = given;
  if (!areKnown([...step.needs, ...step.needsOpening], facts)) return null;
  lowerDoubt();
  const context = pack.standing.contextOf(facts);
  const opensOn = String(step.opensOn.run(context));
  const setFor = String(step.due.run(context));
  const isOpenNow = step.openWhile.run(context) === true;
  if (isInDoubt()) return null;
  const { dueOn, because } = toll({
    opensOn,
    dueOn: setFor,
    clock: step.document.clock,
    pauses: pausesFor(pauses, { ...subject, requirement }),
    asOf: on,
    calendar: pack.calendar,
  });
  if (dueOn === null) return null;
  return { step, opensOn, dueOn, isOpen: isOpenNow && opensOn <= on, tolled: because };
}

function described(about: {
  pack: Pack;
  requirement: CompiledRequirement;
  step: Dated;
  follows: Obligation["follows"];
  given: ObligationsGiven;
  isSuperseded: boolean;
}): Obligation {
  const { pack, requirement, follows, given, isSuperseded } = about;
  const { step, opensOn, dueOn, tolled } = about.step;
  const { document, confidence } = step;
  const remindOn = document.remindDays.map((days) => addDays(dueOn, -days)).sort();
  const state = stateOf({ on: given.on, dueOn, remindOn, isSuperseded, after: document.afterDue });
  const isLate = given.on > dueOn;
  const sentence = isLate ? step.overdue : step.ahead;
  return {
    pack: pack.document.id,
    version: pack.document.version,
    requirement: requirement.document.id,
    clause: step.clause,
    step: document.step,
    opensOn,
    dueOn,
    remindOn,
    state,
    confidence,
    unconfirmed: confidence !== "high",
    message: sentence.fill(pack.standing.contextOf({ ...given.facts, dueOn })),
    remedy: isLate ? step.lateRemedy : step.remedy,
    closes: document.closes,
    follows,
    tolled,
  };
}

function stateOf(given: {
  on: string;
  dueOn: string;
  remindOn: readonly string[];
  isSuperseded: boolean;
  after: "overdue" | "lapsed";
}): ObligationState {
  const { on, dueOn, remindOn, isSuperseded, after } = given;
  if (isSuperseded) return "lapsed";
  if (on > dueOn) return after;
  return remindOn.some((day) => day <= on) ? "reminding" : "ahead";
}
