import type { SelfCheck, SelfCheckFinding } from "@suzheng/api-contract";
import {
  initialRule,
  type RuleContent,
  type RuleOwner,
  type RuleState,
  ruleStream,
  selfCheckRule,
} from "@suzheng/certification";
import { loadPack, type PackError } from "@suzheng/rules";
import { done } from "../accounts/result.ts";
import { guard } from "../policy/authorise.ts";
import { draftOf, notSaved } from "./drafts.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { type RegistryResult, refusal } from "./registry-result.ts";
import { fileFindings } from "./rule-files.ts";

type Parts = Pick<RegistryParts, "drafts" | "files" | "now" | "store">;

/** Runs the self-check over a draft as it stands, and remembers when it passed. */
export const selfCheckDraft = (parts: Parts) =>
  guard(
    "rule.self-check",
    async (
      acting,
      { rule, expected }: { rule: string; expected: number },
    ): Promise<RegistryResult<SelfCheck>> => {
      const found = await draftOf(parts, acting, rule);
      if (found.outcome === "refused") return found;
      const { content, counter } = found.value;
      if (counter !== expected) return notSaved(parts, acting, rule);
      const body = await bodyOf(parts, acting.institution, rule);
      if (body === null) return refusal("institution-unknown");
      const findings = await findingsOf(parts, { rule, content }, body);
      const passed = isPassed(findings);
      if (passed) await parts.drafts.notePassed(acting.institution, { rule, counter });
      return done({ counter, passed, findings, checkedAt: parts.now() });
    },
  );

export const isPassed = (findings: readonly SelfCheckFinding[]): boolean =>
  findings.every(({ severity }) => severity !== "error");

/** A body with one of its rules, as its log tells them. */
export type BodyWithRule = { owner: RuleOwner; state: RuleState; streamVersion: number };

export async function bodyOf(
  { store }: Pick<Parts, "store">,
  institution: string,
  rule: string,
): Promise<BodyWithRule | null> {
  const owner = await store.institution(institution);
  if (owner === null) return null;
  const stream = ruleStream(rule);
  const known = (await store.states(institution, [stream])).get(stream);
  const state = (known?.state ?? initialRule) as RuleState; // written by `evolveRule`
  return { owner, state, streamVersion: known?.version ?? 0 };
}

export async function findingsOf(
  parts: Pick<Parts, "files">,
  { rule, content }: { rule: string; content: RuleContent },
  { owner, state }: BodyWithRule,
): Promise<SelfCheckFinding[]> {
  const own = selfCheckRule(content, owner, state).map((one) => ({ ...one, place: null }));
  const ofFiles = await fileFindings(parts, owner.approvalNumber, content);
  return [...own, ...packFindings(rule, content), ...ofFiles];
}

/** Fact by fact what the pack's loader says: file, line, clause, what to do. */
function packFindings(rule: string, { pack: texts, version }: RuleContent): SelfCheckFinding[] {
  if (texts === null) return [NO_PACK];
  const loaded = loadPack(texts);
  if (!loaded.ok) return loaded.errors.map(refusedPack);
  const { id, version: said } = loaded.pack.document;
  return id === rule && said === version ? [] : [otherRule(`${id} ${said}`, `${rule} ${version}`)];
}

/** Clauses with the kinds of the requirements that the executable part has under each. */
export function clausesOf({ clauses, pack: texts }: RuleContent) {
  const loaded = texts === null ? null : loadPack(texts);
  const requirements = loaded?.ok ? loaded.pack.document.requirements : [];
  return clauses.map((clause) => {
    const under = requirements.filter((one) => one.clause === clause.number);
    return { ...clause, kinds: [...new Set(under.map(({ kind }) => kind))] };
  });
}

const NO_PACK: SelfCheckFinding = {
  code: "pack-missing",
  severity: "notice",
  message: { zh: "没有可执行的规则包", en: "there is no executable part" },
  wayOut: {
    zh: "可以不附；附上后，系统可按规则自动判定",
    en: "it may be left out; with it, acts can be judged by the rule",
  },
  field: "pack",
  place: null,
};

const refusedPack = ({ file, line, clause, message, wayOut }: PackError): SelfCheckFinding => ({
  code: "pack-refused",
  severity: "error",
  message,
  wayOut,
  field: file === "pack.yaml" ? "pack.pack" : "pack.examples",
  place: { file, line, clause },
});

const otherRule = (found: string, expected: string): SelfCheckFinding => ({
  code: "pack-other-rule",
  severity: "error",
  message: {
    zh: `规则包写的是 \`${found}\`，应为 \`${expected}\``,
    en: `the pack is of \`${found}\`, not of \`${expected}\``,
  },
  wayOut: {
    zh: "使 pack.yaml 的 id 与 version 同规则编号、版本一致",
    en: "let id and version in pack.yaml be those of the rule and this version",
  },
  field: "pack.pack",
  place: { file: "pack.yaml", line: 1, clause: null },
});
