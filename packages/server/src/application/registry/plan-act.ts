import type { RuleAct } from "@suzheng/api-contract";
import {
  beginReview,
  cancelRule,
  type Decision,
  endReview,
  filedInformation,
  fileRule,
  publishRule,
  type RuleEvent,
  type RulePublished,
  type RuleState,
  ruleBundle,
  ruleStream,
  supersededBy,
  versionOf,
} from "@suzheng/certification";
import { chinaDate } from "../clock.ts";
import type { Acting } from "../policy/authorise.ts";
import { type BodyWithRule, bodyOf, clausesOf, findingsOf, isPassed } from "./check-draft.ts";
import { draftOf, notSaved } from "./drafts.ts";
import { evidenceOf } from "./evidence.ts";
import type { Evidence } from "./evidence-store.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { type RegistryRefusal, refusal } from "./registry-result.ts";

/** What an act will record, before anybody has signed it. */
export type PlannedAct = {
  institution: string;
  rule: string;
  version: string;
  stream: string;
  /** Of the stream, before the act. */
  streamVersion: number;
  /** The act itself first; then what follows from it. */
  events: readonly [RuleEvent, ...RuleEvent[]];
  /** Before the events. */
  state: RuleState;
  /** To be kept before anything is recorded. */
  evidence: Evidence | null;
  /** JSON of the clauses, when the act files them. */
  clauses: string | null;
  /** That a cancellation concerns. */
  certificates: number | null;
};

export type Planning = { outcome: "planned"; plan: PlannedAct } | RegistryRefusal;

type Parts = RegistryParts;
type Of<Name extends RuleAct["act"]> = Extract<RuleAct, { act: Name }>;
type Review = Of<"begin-review" | "return" | "accept">;

/** The same act on the same state is planned the same way, so that what is signed is recorded. */
export async function planAct(parts: Parts, acting: Acting, act: RuleAct): Promise<Planning> {
  switch (act.act) {
    case "file":
      return planFiling(parts, acting, act);
    case "publish":
    case "cancel":
      return planOnOwn(parts, acting, act);
    case "begin-review":
    case "return":
    case "accept":
      return planReview(parts, acting, act);
  }
}

async function planFiling(parts: Parts, acting: Acting, act: Of<"file">): Promise<Planning> {
  const { rule, draftCounter } = act;
  const { institution } = acting;
  const draft = await draftOf(parts, acting, rule);
  if (draft.outcome === "refused") return draft;
  const { content, counter, checkedCounter } = draft.value;
  if (counter !== draftCounter) return notSaved(parts, acting, rule);
  if (checkedCounter !== counter) return refusal("self-check-missing");
  const body = await bodyOf(parts, institution, rule);
  if (body === null) return refusal("institution-unknown");
  // Once more: what it stands on may have changed since.
  const isStillPassed = isPassed(await findingsOf(parts, { rule, content }, body));
  const evidence = evidenceOf(ruleBundle(institution, rule, content));
  const information = filedInformation(content, evidence);
  if (!isStillPassed || information === null) return refusal("self-check-failed");
  const { version } = content;
  const filing = { on: chinaDate(parts.now()), rule, version, information };
  const clauses = JSON.stringify(clausesOf(content));
  const decision = fileRule(body.state, body.owner, filing);
  return planned(decision, { institution, rule, version, body, evidence, clauses });
}

async function planOnOwn(
  parts: Parts,
  acting: Acting,
  act: Of<"publish" | "cancel">,
): Promise<Planning> {
  const { institution } = acting;
  const { rule, version } = act;
  const body = await bodyOf(parts, institution, rule);
  if (body === null || !body.state.known) return refusal("rule-not-found");
  const on = chinaDate(parts.now());
  const of = { institution, rule, version, body };
  if (act.act === "publish") {
    const { inForceFrom } = act;
    return planned(publishRule(body.state, { on, version, inForceFrom }), of);
  }
  const numbers = await hangingNumbers(parts, of);
  const evidence = evidenceOf({
    format: "suzheng-hanging-certificates/1",
    ...{ institution, rule, version, certificates: numbers },
  });
  const { reason, certificatesSettledBy } = act;
  const told = { certificates: numbers.length, certificatesHash: evidence.hash };
  const decision = cancelRule(body.state, { on, version, reason, certificatesSettledBy, ...told });
  return planned(decision, { ...of, evidence, certificates: numbers.length });
}

type OfVersion = { institution: string; rule: string; version: string; body: BodyWithRule };

/** Fact R-11. */
async function hangingNumbers(
  { rules }: Parts,
  { institution, version, body }: OfVersion,
): Promise<string[]> {
  const present = versionOf(body.state, version);
  if (present === null) return [];
  return (await rules.hanging(institution, present)).map(({ number }) => number);
}

async function planReview(parts: Parts, acting: Acting, act: Review): Promise<Planning> {
  const { institution, rule, version } = act;
  const organisation = await parts.organisations.get(acting.institution);
  const body = await bodyOf(parts, institution, rule);
  if (organisation === null || body === null || !body.state.known) {
    return refusal("rule-not-found");
  }
  const on = chinaDate(parts.now());
  const reviewer = { institution: organisation.institution, name: organisation.name };
  const of = { institution, rule, version, body };
  if (act.act === "begin-review")
    return planned(beginReview(body.state, { on, version, reviewer }), of);
  const { reason } = act;
  return planned(endReview(body.state, act.act, { on, version, reviewer, reason }), of);
}

function planned(
  decision: Decision<RuleEvent, RuleState>,
  given: OfVersion & Partial<Pick<PlannedAct, "evidence" | "clauses" | "certificates">>,
): Planning {
  if (decision.outcome === "unchanged") throw new Error("an act on a rule changes something");
  if (decision.outcome === "refuse") {
    // The codes of decisions about rules are all among the registry's.
    const code = decision.code as RegistryRefusal["code"];
    return { outcome: "refused", code, detail: decision.message };
  }
  const { body, ...rest } = given;
  const { event } = decision;
  const plan: PlannedAct = {
    evidence: null,
    clauses: null,
    certificates: null,
    ...rest,
    stream: ruleStream(given.rule),
    streamVersion: body.streamVersion,
    state: body.state,
    events: [event, ...following(event)],
  };
  return { outcome: "planned", plan };
}

function following(event: RuleEvent): RuleEvent[] {
  if (event.type !== "RulePublished") return [];
  const superseded = supersededBy(event satisfies RulePublished);
  return superseded === null ? [] : [superseded];
}
