import type { IsoDate } from "../calendar-date.ts";
import { type Decision, type Refused, refuse } from "../decision.ts";
import { isApprovedCode, type RuleOwner } from "./approved-field.ts";
import { evolveRule, type KnownRule } from "./evolve-rule.ts";
import type {
  Reviewer,
  RuleAccepted,
  RuleCancelled,
  RuleFiled,
  RulePublished,
  RuleReturned,
  RuleReviewBegun,
  RuleSuperseded,
} from "./rule-event.ts";
import {
  type FiledInformation,
  publishedVersion,
  type RegisteredVersion,
  RULE_STEPS,
  type RuleActName,
  type RuleState,
  versionOf,
} from "./rule-state.ts";

export type RuleRefusalCode =
  | "field-not-approved"
  | "rule-version-not-filed"
  | "rule-version-already-filed"
  | "rule-version-not-awaiting-review"
  | "rule-version-not-under-review"
  | "rule-version-not-publishable"
  | "rule-version-already-cancelled"
  | "rule-in-force-not-later";

/** Why an act that the table does not have is refused. */
const NO_STEP: Readonly<Record<Exclude<RuleActName, "supersede">, RuleRefusalCode>> = {
  file: "rule-version-already-filed",
  "begin-review": "rule-version-not-awaiting-review",
  return: "rule-version-not-under-review",
  accept: "rule-version-not-under-review",
  publish: "rule-version-not-publishable",
  cancel: "rule-version-already-cancelled",
};

type Act = keyof typeof NO_STEP;
type Decided<Event> = Decision<Event, KnownRule, RuleRefusalCode>;

function refusalOf(present: RegisteredVersion | null, act: Act): Refused<RuleRefusalCode> | null {
  if (RULE_STEPS[present?.state ?? "unfiled"][act] !== undefined) return null;
  return refuse(present === null ? "rule-version-not-filed" : NO_STEP[act]);
}

/** A version that can take the step, with what every event says of it. */
function stepping(state: RuleState, version: string, act: Act) {
  const present = versionOf(state, version);
  const refusal = refusalOf(present, act);
  if (refusal !== null) return refusal;
  if (!state.known || present === null) throw new Error("what can take a step is known");
  const { institution, rule } = state;
  const { contentHash } = present;
  return {
    outcome: "go",
    present,
    of: { institution, rule, ruleVersion: version, contentHash },
  } as const;
}

export type FileRule = {
  readonly on: IsoDate;
  readonly rule: string;
  readonly version: string;
  readonly information: FiledInformation;
};

/** Fact R-06: nothing outside the body's approved field. */
export function fileRule(
  state: RuleState,
  owner: RuleOwner,
  { on, rule, version, information }: FileRule,
): Decided<RuleFiled> {
  const refusal = refusalOf(versionOf(state, version), "file");
  if (refusal !== null) return refusal;
  const codes = [information.field, ...information.itemCodes];
  if (!codes.every((code) => isApprovedCode(owner, code))) return refuse("field-not-approved");
  const of = { institution: owner.approvalNumber, rule, ruleVersion: version };
  const data = { ...of, ...information, signature: null };
  const event: RuleFiled = { type: "RuleFiled", schema: 1, occurredOn: on, data };
  return { outcome: "accept", event, personal: [], state: evolveRule(state, event) };
}

export type ReviewRule = {
  readonly on: IsoDate;
  readonly version: string;
  readonly reviewer: Reviewer;
};

export function beginReview(
  state: RuleState,
  { on, version, reviewer }: ReviewRule,
): Decided<RuleReviewBegun> {
  const step = stepping(state, version, "begin-review");
  if (step.outcome === "refuse") return step;
  const data = { ...step.of, reviewer };
  const event: RuleReviewBegun = { type: "RuleReviewBegun", schema: 1, occurredOn: on, data };
  return { outcome: "accept", event, personal: [], state: evolveRule(state, event) };
}

/** Ends the review one way or the other. `reason` is public; no personal data. */
export function endReview(
  state: RuleState,
  act: "return" | "accept",
  { on, version, reviewer, reason }: ReviewRule & { readonly reason: string },
): Decided<RuleReturned | RuleAccepted> {
  const step = stepping(state, version, act);
  if (step.outcome === "refuse") return step;
  const data = { ...step.of, reviewer, reason, signature: null };
  const type = act === "return" ? "RuleReturned" : "RuleAccepted";
  const event: RuleReturned | RuleAccepted = { type, schema: 1, occurredOn: on, data };
  return { outcome: "accept", event, personal: [], state: evolveRule(state, event) };
}

export type PublishRule = {
  readonly on: IsoDate;
  readonly version: string;
  readonly inForceFrom: IsoDate;
};

/**
 * Puts a version in force. The one published before ends on the day that this one begins: never two
 * at once, and never a version that begins before the one it follows.
 */
export function publishRule(
  state: RuleState,
  { on, version, inForceFrom }: PublishRule,
): Decided<RulePublished> {
  const step = stepping(state, version, "publish");
  if (step.outcome === "refuse") return step;
  const before = publishedVersion(state);
  if (before !== null && (before.inForceFrom ?? "") >= inForceFrom) {
    return refuse("rule-in-force-not-later");
  }
  const supersedes = before?.version ?? null;
  const data = { ...step.of, inForceFrom, supersedes, signature: null };
  const event: RulePublished = { type: "RulePublished", schema: 1, occurredOn: on, data };
  const published = evolveRule(state, event);
  const superseded = supersededBy(event);
  const after = superseded === null ? published : evolveRule(published, superseded);
  return { outcome: "accept", event, personal: [], state: after };
}

/** What a publication means for the version before it; recorded with it, in the same request. */
export function supersededBy({ occurredOn, data }: RulePublished): RuleSuperseded | null {
  const { institution, rule, ruleVersion, inForceFrom, supersedes } = data;
  if (supersedes === null) return null;
  return {
    type: "RuleSuperseded",
    schema: 1,
    occurredOn,
    data: {
      institution,
      rule,
      ruleVersion: supersedes,
      supersededBy: ruleVersion,
      inForceUntil: inForceFrom,
    },
  };
}

export type CancelRule = {
  readonly on: IsoDate;
  readonly version: string;
  readonly reason: string;
  /** Those that hang on the version, and the list of them as evidence. */
  readonly certificates: number;
  readonly certificatesHash: string;
  readonly certificatesSettledBy: IsoDate | null;
};

/** Fact R-11: with the certificates that hang on it, which then have to be dealt with. */
export function cancelRule(
  state: RuleState,
  { on, version, ...told }: CancelRule,
): Decided<RuleCancelled> {
  const step = stepping(state, version, "cancel");
  if (step.outcome === "refuse") return step;
  const data = { ...step.of, ...told, signature: null };
  const event: RuleCancelled = { type: "RuleCancelled", schema: 1, occurredOn: on, data };
  return { outcome: "accept", event, personal: [], state: evolveRule(state, event) };
}
