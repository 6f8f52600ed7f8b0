import type { RuleEvent, RuleFiled } from "./rule-event.ts";
import {
  type RegisteredState,
  type RegisteredVersion,
  RULE_STEPS,
  type RuleActName,
  type RuleState,
  versionOf,
} from "./rule-state.ts";

export type KnownRule = Extract<RuleState, { known: true }>;

/** Applies one recorded event; one that cannot follow means a corrupt stream. */
export function evolveRule(state: RuleState, event: RuleEvent): KnownRule {
  switch (event.type) {
    case "RuleFiled":
      return file(state, event);
    case "RuleReviewBegun":
      return step(state, event, { act: "begin-review" });
    case "RuleReturned":
      return step(state, event, { act: "return" });
    case "RuleAccepted":
      return step(state, event, { act: "accept" });
    case "RulePublished":
      return step(state, event, { act: "publish", inForceFrom: event.data.inForceFrom });
    case "RuleSuperseded":
      return step(state, event, { act: "supersede", inForceUntil: event.data.inForceUntil });
    case "RuleCancelled":
      return step(state, event, { act: "cancel", ...untilCancelled(state, event) });
  }
}

function nextState(present: RegisteredVersion | null, act: RuleActName): RegisteredState {
  const next = RULE_STEPS[present?.state ?? "unfiled"][act];
  if (next === undefined) throw new Error(`a version cannot ${act} as it stands`);
  return next;
}

function file(state: RuleState, { data }: RuleFiled): KnownRule {
  const { institution, rule, ruleVersion, signature: _signature, ...information } = data;
  const present = versionOf(state, ruleVersion);
  const filed: RegisteredVersion = {
    version: ruleVersion,
    state: nextState(present, "file"),
    ...information,
    inForceFrom: null,
    inForceUntil: null,
  };
  const versions = state.known ? state.versions : [];
  return {
    known: true,
    institution,
    rule,
    versions:
      present === null
        ? [...versions, filed]
        : versions.map((one) => (one.version === ruleVersion ? filed : one)),
  };
}

type Change = { readonly act: RuleActName } & Partial<
  Pick<RegisteredVersion, "inForceFrom" | "inForceUntil">
>;

function step(state: RuleState, { data }: RuleEvent, { act, ...dates }: Change): KnownRule {
  const present = versionOf(state, data.ruleVersion);
  if (!state.known || present === null) throw new Error("only a filed version goes further");
  const changed = { ...present, ...dates, state: nextState(present, act) };
  const versions = state.versions.map((one) => (one.version === data.ruleVersion ? changed : one));
  return { ...state, versions };
}

/** A cancelled version is no longer in force; one whose time never came never was. */
function untilCancelled(
  state: RuleState,
  { occurredOn, data }: RuleEvent,
): Partial<Pick<RegisteredVersion, "inForceUntil">> {
  const present = versionOf(state, data.ruleVersion);
  if (present === null || present.inForceFrom === null) return {};
  const { inForceFrom, inForceUntil } = present;
  if (inForceUntil !== null && inForceUntil <= occurredOn) return {};
  return { inForceUntil: inForceFrom > occurredOn ? inForceFrom : occurredOn };
}
