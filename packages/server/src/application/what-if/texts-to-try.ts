import type { WhatIfBaseAsk, WhatIfSubjectAsk } from "@suzheng/api-contract";
import type { RuleBundle } from "@suzheng/certification";
import { done } from "../accounts/result.ts";
import type { Acting } from "../policy/authorise.ts";
import { draftCommands } from "../registry/drafts.ts";
import { ruleQueries, type VersionName } from "../registry/read-rules.ts";
import type { WhatIfGiven } from "./begin-what-if.ts";
import type { RulePackTexts, WhatIfBase } from "./what-if-job.ts";
import type { WhatIfCommandParts } from "./what-if-parts.ts";
import { refused, type WhatIfResult } from "./what-if-result.ts";

type Parts = Pick<WhatIfCommandParts, "registry" | "textsOf">;

export type TextsToTry = Pick<WhatIfGiven, "subject" | "base" | "before" | "after" | "parameters">;

/** The texts of what is asked for, each only for whom the registry shows it. */
export async function textsToTry(
  parts: Parts,
  acting: Acting,
  { subject, base }: { subject: WhatIfSubjectAsk; base: WhatIfBaseAsk },
): Promise<WhatIfResult<TextsToTry>> {
  if (subject.kind === "parameters") return changedParameters(parts, subject);
  const given = await subjectTexts(parts, acting, subject);
  if (given.outcome === "refused") return given;
  const against = await baseTexts(parts, acting, base);
  if (against.outcome === "refused") return against;
  const { after, counter } = given.value;
  const institution = institutionOf(acting, subject);
  return done({
    ...against.value,
    after,
    parameters: {},
    subject: { kind: subject.kind, institution, counter },
  });
}

type Parameters = Extract<WhatIfSubjectAsk, { kind: "parameters" }>;

function changedParameters(
  { textsOf }: Parts,
  { rule, version, parameters }: Parameters,
): WhatIfResult<TextsToTry> {
  const texts = textsOf(rule, version);
  if (texts === null) return refused("what-if-rule-unknown");
  return done({
    before: texts,
    after: texts,
    base: { kind: "pack", institution: null, rule, version },
    parameters,
    subject: { kind: "parameters", institution: null, counter: null },
  });
}

type OtherSubject = Exclude<WhatIfSubjectAsk, Parameters>;

function institutionOf(acting: Acting, subject: OtherSubject): string | null {
  if (subject.kind === "filed") return subject.institution;
  return subject.kind === "draft" ? acting.institution : null;
}

async function subjectTexts(
  { registry }: Parts,
  acting: Acting,
  subject: OtherSubject,
): Promise<WhatIfResult<{ after: RulePackTexts; counter: number | null }>> {
  switch (subject.kind) {
    case "texts":
      return done({ after: { pack: subject.pack, examples: subject.examples }, counter: null });
    case "filed": {
      const after = await filedTexts(registry, acting, subject);
      return after.outcome === "refused" ? after : done({ after: after.value, counter: null });
    }
    case "draft": {
      const draft = await draftCommands(registry).get(acting, subject.rule);
      if (draft.outcome === "refused") return refused("what-if-rule-unknown");
      const { content, counter } = draft.value;
      if (content.pack === null) return refused("what-if-not-executable");
      return done({ after: content.pack, counter });
    }
  }
}

async function baseTexts(
  { registry, textsOf }: Parts,
  acting: Acting,
  asked: WhatIfBaseAsk,
): Promise<WhatIfResult<{ base: WhatIfBase; before: RulePackTexts | null }>> {
  switch (asked.kind) {
    case "none":
      return done({
        base: { kind: "none", institution: null, rule: "", version: "" },
        before: null,
      });
    case "pack": {
      const before = textsOf(asked.rule, asked.version);
      if (before === null) return refused("what-if-rule-unknown");
      return done({ base: { ...asked, institution: null }, before });
    }
    case "filed": {
      const before = await filedTexts(registry, acting, asked);
      return before.outcome === "refused" ? before : done({ base: asked, before: before.value });
    }
  }
}

async function filedTexts(
  registry: Parts["registry"],
  acting: Acting,
  { institution, rule, version }: VersionName,
): Promise<WhatIfResult<RulePackTexts>> {
  const bundle = await ruleQueries(registry).bundle(acting, { institution, rule, version });
  if (bundle.outcome === "refused") return refused("what-if-rule-unknown");
  const { content }: RuleBundle = JSON.parse(bundle.value.text); // its bytes are as written by us
  return content.pack === null ? refused("what-if-not-executable") : done(content.pack);
}
