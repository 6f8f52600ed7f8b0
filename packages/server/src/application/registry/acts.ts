import { hash } from "node:crypto";
import type {
  InstitutionAction,
  PreparedAct,
  RecordedRuleAct,
  RuleAct,
  RuleActRequest,
} from "@suzheng/api-contract";
import {
  type ActSignature,
  evolveRule,
  type PersonalField,
  personalField,
  personalVisibility,
  type RuleEvent,
  type RuleState,
  versionOf,
  withoutNulls,
} from "@suzheng/certification";
import type { Entry } from "@suzheng/log-format";
import { SIGNED_TYPES, signedActText } from "@suzheng/verifier";
import { done, type Result } from "../accounts/result.ts";
import { type Act, bodyOf } from "../act.ts";
import { APPEND_REFUSALS } from "../ledger/append-refusals.ts";
import { BY_A_PERSON } from "../ledger/ledger.ts";
import { authorise } from "../policy/authorise.ts";
import { type PlannedAct, planAct } from "./plan-act.ts";
import type { RegistryParts, Signing } from "./registry-parts.ts";
import { type RegistryResult, refusal } from "./registry-result.ts";
import { ruleProjection } from "./rule-projection.ts";

const ACTION_OF: Readonly<Record<RuleAct["act"], InstitutionAction>> = {
  file: "rule.file",
  publish: "rule.publish",
  cancel: "rule.cancel",
  "begin-review": "rule.review.take",
  return: "rule.review.return",
  accept: "rule.review.accept",
};

/** What would be signed. Nothing is kept. */
export async function prepareAct(
  parts: RegistryParts,
  { acting }: Pick<Signing, "acting">,
  act: RuleAct,
): Promise<RegistryResult<PreparedAct>> {
  const allowed = authorise(acting.actor, ACTION_OF[act.act], acting.institution);
  if (allowed.outcome === "refused") return allowed;
  const planning = await planAct(parts, acting, act);
  if (planning.outcome === "refused") return planning;
  const { plan } = planning;
  return done({ ...statementOf(plan), certificates: plan.certificates });
}

/** Carries out the act: nothing of it stands unless all of it does. */
export async function recordAct(
  parts: RegistryParts,
  by: Signing,
  { act, signed }: RuleActRequest,
): Promise<RegistryResult<RecordedRuleAct>> {
  const { acting } = by;
  const allowed = authorise(acting.actor, ACTION_OF[act.act], acting.institution);
  if (allowed.outcome === "refused") return allowed;
  const planning = await planAct(parts, acting, act);
  if (planning.outcome === "refused") return planning;
  const { plan } = planning;
  const taken = await signatureOn(parts, by, { plan, signed });
  if (taken.outcome === "refused") return taken;
  // Before the entry that names it; alone it is a file that nobody asks for.
  if (plan.evidence !== null) await parts.evidence.put(plan.evidence);
  const signer = await parts.personName(acting.actor.account);
  return append(parts, plan, { signature: taken.value, signer });
}

function statementOf({ institution, stream, streamVersion, events }: PlannedAct) {
  const [{ type, schema, data }] = events;
  const statement = signedActText({
    ...{ log: institution, stream, version: streamVersion + 1, type, schema },
    data: withoutNulls(type, data) as Entry["data"],
  });
  return { statement, hash: hash("sha256", statement, "base64url") };
}

type Signed = { plan: PlannedAct; signed: RuleActRequest["signed"] };

/** Null for acts that bind nobody. */
async function signatureOn(
  parts: RegistryParts,
  by: Signing,
  { plan, signed }: Signed,
): Promise<RegistryResult<ActSignature | null>> {
  if (!SIGNED_TYPES.includes(plan.events[0].type)) return done(null);
  if (signed === null) return refusal("signature-missing");
  if (signed.hash !== statementOf(plan).hash) return refusal("signed-content-differs");
  const taken: Result<{ signature: ActSignature }> = await parts.takeSignature(by, signed);
  return taken.outcome === "refused" ? taken : done(taken.value.signature);
}

type Signer = { signature: ActSignature | null; signer: string };

async function append(
  { ledger }: RegistryParts,
  plan: PlannedAct,
  signer: Signer,
): Promise<RegistryResult<RecordedRuleAct>> {
  const { institution, rule, version } = plan;
  const acts = actsOf(plan, signer);
  const submitter = BY_A_PERSON;
  const appended = await ledger.append({ institution, submitter, requestId: null, acts });
  if (!appended.ok) {
    return refusal(appended.code, { detail: APPEND_REFUSALS[appended.code].detail });
  }
  const [receipt] = appended.receipts;
  const state = versionOf(evolveRule(plan.state, plan.events[0]), version)?.state;
  if (receipt === undefined || state === undefined) throw new Error("a recorded act has a receipt");
  const { recordedAt } = appended;
  return done({ institution, rule, version, state, index: receipt.index, recordedAt });
}

function actsOf(plan: PlannedAct, signer: Signer): Act[] {
  let state: RuleState = plan.state;
  return plan.events.map((event, i): Act => {
    state = evolveRule(state, event);
    const { ruleVersion } = event.data;
    const clauses = event.type === "RuleFiled" ? plan.clauses : null;
    const data = "signature" in event.data ? { ...event.data, ...pick(signer) } : event.data;
    return {
      stream: plan.stream,
      expectedVersion: plan.streamVersion + i,
      type: event.type,
      schema: event.schema,
      occurredOn: event.occurredOn,
      body: bodyOf(withoutNulls(event.type, data)),
      personal: personalOf(event, signer.signer),
      projection: {
        state: JSON.stringify(state),
        rule: ruleProjection(state, ruleVersion, clauses),
      },
    };
  });
}

const pick = ({ signature }: Signer) => ({ signature });

const personalOf = ({ type }: RuleEvent, signer: string): PersonalField[] =>
  personalField("signer.name", signer, personalVisibility(type, "signer.name"));
