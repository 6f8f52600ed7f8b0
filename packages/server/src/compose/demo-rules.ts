import type { RuleAct, RuleContent } from "@suzheng/api-contract";
import { done } from "../application/accounts/result.ts";
import type { Acting } from "../application/policy/authorise.ts";
import { prepareAct, recordAct } from "../application/registry/acts.ts";
import { selfCheckDraft } from "../application/registry/check-draft.ts";
import { draftCommands } from "../application/registry/drafts.ts";
import type { RegistryParts } from "../application/registry/registry-parts.ts";
import type { RegistryResult } from "../application/registry/registry-result.ts";
import { signForDemo } from "../keys/accounts/demo-signer.ts";
import type { Platform } from "./platform.ts";
import { composeRegistry } from "./registry.ts";

export type DemoRule = {
  institution: string;
  rule: string;
  content: RuleContent;
  /** Null: filed only. */
  publishedFrom: string | null;
  /** Sign-in names of the invented people who draft and sign. */
  draftedBy: string;
  signedBy: string;
};

const VISIT = {
  site: { origin: "https://demo.invalid", rpId: null, isSecure: true },
  address: "127.0.0.1",
  userAgent: "",
};

/** What is refused while filling in invented data is a fault of ours. */
function must<Value>(result: RegistryResult<Value>): Value {
  if (result.outcome === "done") return result.value;
  throw new Error(`no demo rule: ${result.code}`);
}

export type DemoDraft = Pick<DemoRule, "institution" | "rule" | "content" | "draftedBy">;

/** An invented rule that is not filed yet. */
export async function addDemoDraft(platform: Platform, demo: DemoDraft): Promise<void> {
  const { institution, rule, content, draftedBy } = demo;
  const parts = composeRegistry(platform, platform.accounts);
  const drafting = await actingAs(platform, draftedBy, institution);
  must(await draftCommands(parts).create(drafting, { rule, content }));
}

/**
 * A version of an invented rule, filed by the commands that real users use, under a key made for
 * it. Published, it takes the place of the version published before.
 */
export async function addDemoRule(platform: Platform, demo: DemoRule): Promise<void> {
  const { institution, rule, content, publishedFrom } = demo;
  const parts = signingForDemo(platform);
  const drafting = await actingAs(platform, demo.draftedBy, institution);
  const signing = await actingAs(platform, demo.signedBy, institution);
  const { counter } = must(await saveDraft(parts, drafting, { rule, content }));
  must(await selfCheckDraft(parts)(drafting, { rule, expected: counter }));
  await carryOut(parts, signing, { act: "file", rule, draftCounter: counter });
  if (publishedFrom === null) return;
  const { version } = content;
  await carryOut(parts, signing, { act: "publish", rule, version, inForceFrom: publishedFrom });
}

type DemoCancellation = Pick<DemoRule, "institution" | "rule" | "signedBy"> & {
  version: string;
  reason: string;
};

export async function cancelDemoRule(platform: Platform, demo: DemoCancellation): Promise<void> {
  const { institution, rule, version, reason } = demo;
  const signing = await actingAs(platform, demo.signedBy, institution);
  const act = { act: "cancel", rule, version, reason, certificatesSettledBy: null } as const;
  await carryOut(signingForDemo(platform), signing, act);
}

const signingForDemo = (platform: Platform): RegistryParts => ({
  ...composeRegistry(platform, platform.accounts),
  takeSignature: async ({ acting }, { hash }) =>
    done({ account: acting.actor.account, credential: "", signature: signForDemo(hash) }),
});

/** The draft of a later version is the rule's one draft, saved again. */
async function saveDraft(
  parts: RegistryParts,
  acting: Acting,
  draft: Pick<DemoRule, "rule" | "content">,
) {
  const commands = draftCommands(parts);
  const present = await commands.get(acting, draft.rule);
  if (present.outcome === "refused") return commands.create(acting, draft);
  return commands.save(acting, { ...draft, expected: present.value.counter });
}

async function actingAs(
  { accounts }: Platform,
  signInName: string,
  institution: string,
): Promise<Acting> {
  const person = await accounts.accounts.bySignInName(signInName);
  if (person === null) throw new Error(`no demo person \`${signInName}\``);
  const roles = (["rule-manager", "quality-responsible"] as const).map((role) => ({
    ...{ institution, role },
  }));
  return { actor: { account: person.account, roles }, institution };
}

async function carryOut(parts: RegistryParts, acting: Acting, act: RuleAct): Promise<void> {
  const { hash } = must(await prepareAct(parts, { acting }, act));
  const response = signForDemo(hash).assertion;
  const frame = { id: "demo", rawId: "demo", type: "public-key" as const };
  const assertion = { ...frame, response, clientExtensionResults: {} };
  must(await recordAct(parts, { acting, visit: VISIT }, { act, signed: { hash, assertion } }));
}
