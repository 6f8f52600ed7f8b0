import { z } from "zod";
import { CertificateSummary } from "./certificate.ts";
import { IsJudgedFrom, LocalText, PublicRuleState, RequirementKind } from "./rule.ts";

/** A clause in whose number, title or text the words were found. */
export const RuleClauseHit = z.object({
  /** Who filed the rule; null for one shipped with the platform. */
  institution: z.string().nullable(),
  rule: z.string(),
  version: z.string(),
  number: z.string(),
  title: LocalText,
  issuer: LocalText,
  category: z.string(),
  state: PublicRuleState,
  inForceFrom: z.string(),
  /** Half-open: no longer in force on that day. */
  inForceUntil: z.string().nullable(),
  isJudgedFrom: IsJudgedFrom,
  clause: z.string(),
  clauseTitle: LocalText,
  /** Of the requirements under the clause. */
  kinds: z.array(RequirementKind),
  /** Where the words stand, with a little around them. */
  snippet: z.object({
    language: z.enum(["zh", "en"]),
    pieces: z.array(z.object({ text: z.string(), isMatch: z.boolean() })),
  }),
  /** Permanent address of the clause on this site. */
  address: z.string(),
});
export type RuleClauseHit = z.infer<typeof RuleClauseHit>;

/** By rule, of a rule the newest version first, clauses as they stand there. */
export const RuleClausePage = z.object({
  items: z.array(RuleClauseHit),
  next: z.string().nullable(),
});
export type RuleClausePage = z.infer<typeof RuleClausePage>;

export const RuleCertificate = CertificateSummary.extend({
  /** The version of this rule whose verdicts stand in the report of the issue; null: none do. */
  judgedBy: z.string().nullable(),
});
export type RuleCertificate = z.infer<typeof RuleCertificate>;

/** Certificates that stand under a version; `convention` says which these are. */
export const RuleCertificatePage = z.object({
  convention: LocalText,
  /** First characters of item codes; empty: not read, so that nothing can be listed. */
  itemCodes: z.array(z.string()),
  issuedFrom: z.string(),
  /** Half-open. */
  issuedBefore: z.string().nullable(),
  items: z.array(RuleCertificate),
  next: z.string().nullable(),
});
export type RuleCertificatePage = z.infer<typeof RuleCertificatePage>;
