import { z } from "zod";

export const LocalText = z.object({ zh: z.string(), en: z.string() });
export type LocalText = z.infer<typeof LocalText>;

export const Confidence = z.enum(["high", "medium", "low", "none"]);
export const RequirementKind = z.enum(["gate", "obligation", "limit", "notice"]);
export const Outcome = z.enum(["met", "not-met", "not-applicable", "cannot-tell"]);

export const Verdict = z.object({
  pack: z.string(),
  version: z.string(),
  requirement: z.string(),
  clause: z.string(),
  kind: RequirementKind,
  outcome: Outcome,
  /** In words a person understands, with the facts filled in. */
  because: LocalText,
  facts: z.record(z.string(), z.unknown()),
  confidence: Confidence,
  /** True when a parameter behind the verdict is not confirmed against the official text. */
  unconfirmed: z.boolean(),
});
export type Verdict = z.infer<typeof Verdict>;

export const RuleSummary = z.object({
  id: z.string(),
  title: LocalText,
  issuer: LocalText,
  category: z.string(),
  versions: z.array(
    z.object({ version: z.string(), inForceFrom: z.string(), inForceUntil: z.string().nullable() }),
  ),
});
export type RuleSummary = z.infer<typeof RuleSummary>;

export const RuleVersion = z.object({
  id: z.string(),
  version: z.string(),
  number: z.string(),
  title: LocalText,
  issuer: LocalText,
  issuedOn: z.string(),
  inForceFrom: z.string(),
  inForceUntil: z.string().nullable(),
  basis: z.array(z.object({ number: z.string(), title: LocalText })),
  /** SHA-256 of the pack file, hex. */
  contentHash: z.string(),
  parameters: z.array(
    z.object({
      id: z.string(),
      value: z.unknown(),
      unit: z.string().nullable(),
      source: z.string(),
      confidence: Confidence,
      note: LocalText.nullable(),
    }),
  ),
  clauses: z.array(
    z.object({ number: z.string(), title: LocalText, text: LocalText, source: z.string() }),
  ),
  requirements: z.array(
    z.object({
      id: z.string(),
      clause: z.string(),
      kind: RequirementKind,
      on: z.array(z.string()),
      title: LocalText,
      expression: z.string(),
      facts: z.array(z.string()),
      parameters: z.array(z.string()),
      confidence: Confidence,
      unconfirmed: z.boolean(),
      examples: z.array(
        z.object({ name: z.string(), facts: z.record(z.string(), z.unknown()), expect: Outcome }),
      ),
    }),
  ),
});
export type RuleVersion = z.infer<typeof RuleVersion>;
