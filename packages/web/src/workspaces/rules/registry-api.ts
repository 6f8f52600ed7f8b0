import type {
  DraftRevisionList,
  HangingCertificates,
  PreparedAct,
  RecordedRuleAct,
  RegisteredRule,
  RegisteredRuleList,
  RegisteredVersion,
  RuleAct,
  RuleActRequest,
  RuleContent,
  RuleDraft,
  RuleDraftCreate,
  RuleDraftList,
  RuleDraftRestore,
  RuleDraftSave,
  RuleFile,
  SelfCheck,
} from "@suzheng/api-contract";
import { ask, post, put } from "../api/ask.ts";

const id = encodeURIComponent;
const draft = (rule: string) => `/rules/registry/drafts/${id(rule)}`;

export type VersionName = { institution: string; rule: string; version: string };
/** What was filed, word for word; docs/formats/rule-bundle.md. */
export type FiledBundle = { institution: string; rule: string; content: RuleContent };

const ruleOf = ({ institution, rule }: Omit<VersionName, "version">) =>
  `/rules/registry/rules/${id(institution)}/${id(rule)}`;
const versionOf = (name: VersionName) => `${ruleOf(name)}/versions/${id(name.version)}`;

/** Every address of packages/api-contract/src/rule-registry.ts that needs a session. */
export const registry = {
  drafts: () => ask<RuleDraftList>("/rules/registry/drafts"),
  create: (body: RuleDraftCreate) => post<RuleDraft>("/rules/registry/drafts", body),
  draft: (rule: string) => ask<RuleDraft>(draft(rule)),
  save: (rule: string, body: RuleDraftSave) => put<RuleDraft>(draft(rule), body),
  revisions: (rule: string) => ask<DraftRevisionList>(`${draft(rule)}/revisions`),
  restore: (rule: string, body: RuleDraftRestore) =>
    post<RuleDraft>(`${draft(rule)}/restore`, body),
  selfCheck: (rule: string, expected: number) =>
    post<SelfCheck>(`${draft(rule)}/self-check`, { expected }),
  withdraw: (rule: string, expected: number) => post<void>(`${draft(rule)}/withdraw`, { expected }),

  /** Keeps a file; the draft names it once it is saved. */
  keepFile: (file: File) => post<RuleFile>(`/rules/registry/files?name=${id(file.name)}`, file),

  rules: () => ask<RegisteredRuleList>("/rules/registry/rules"),
  filings: () => ask<RegisteredRuleList>("/rules/registry/filings"),
  rule: (name: Omit<VersionName, "version">) => ask<RegisteredRule>(ruleOf(name)),
  version: (name: VersionName) => ask<RegisteredVersion>(versionOf(name)),
  bundle: (name: VersionName) => ask<FiledBundle>(`${versionOf(name)}/bundle`),
  certificates: (name: VersionName) => ask<HangingCertificates>(`${versionOf(name)}/certificates`),
  prepare: (act: RuleAct) => post<PreparedAct>("/rules/registry/acts/prepare", act),
  act: (body: RuleActRequest) => post<RecordedRuleAct>("/rules/registry/acts", body),
};

/** Where a file is to be had: one kept for a draft, one filed with a version. */
export const keptFile = (sha256: string) => `/api/v1/rules/registry/files/${sha256}`;
export const filedFile = (name: VersionName, sha256: string) =>
  `/api/v1${versionOf(name)}/files/${sha256}`;

/** Everything about rules is asked again after an act. */
export const REGISTRY_KEY = ["registry"];
export const draftKey = (rule: string) => ["registry", "draft", rule];
