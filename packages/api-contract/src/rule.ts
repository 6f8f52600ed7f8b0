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
  /** Half-open: no longer in force on that day. */
  inForceUntil: z.string().nullable(),
  category: z.string(),
  /** Schemes that it judges, `QMS`; `ANY`: each, and acts that belong to none. */
  schemes: z.array(z.string()),
  basis: z.array(z.object({ number: z.string(), title: LocalText })),
  /** What is left out and why. */
  notes: z.array(LocalText),
  /** How to cite this version, its address included; a clause is added after its number. */
  citation: LocalText,
  /** Permanent address of the version; `#c-<clause>` leads to a clause. */
  address: z.string(),
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

const Change = z.enum(["added", "removed", "changed"]);

/** One field, `text.zh`, `because.met.zh`, before and after; null where it was or is not. */
export const FieldChange = z.object({
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});
export type FieldChange = z.infer<typeof FieldChange>;

const ItemChange = z.object({ id: z.string(), change: Change, fields: z.array(FieldChange) });
export type ItemChange = z.infer<typeof ItemChange>;

export const ClauseChange = z.object({
  number: z.string(),
  title: LocalText,
  /** `unchanged`: only what is executed under it changed. */
  change: z.enum([...Change.options, "unchanged"]),
  fields: z.array(FieldChange),
  requirements: z.array(ItemChange),
  /** Parameters that requirements of the clause read in either version. */
  parameters: z.array(ItemChange),
});
export type ClauseChange = z.infer<typeof ClauseChange>;

/** What changed between two versions of a rule; only where something did. */
export const RuleDiff = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  title: LocalText,
  /** Title, issuer, when in force, schemes, basis, notes. */
  head: z.array(FieldChange),
  /** In the order of the later version, removed ones last. */
  clauses: z.array(ClauseChange),
  /** All that changed, those that no requirement reads included. */
  parameters: z.array(ItemChange),
});
export type RuleDiff = z.infer<typeof RuleDiff>;
