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
  /** What was required, which the reason alone does not say. */
  title: LocalText,
  /** Title of the rule in which the requirement stands. */
  ruleTitle: LocalText,
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

/** States in which a version is public: drafts and what is only filed are not. */
export const PUBLIC_RULE_STATES = ["published", "superseded", "cancelled"] as const;
export const PublicRuleState = z.enum(PUBLIC_RULE_STATES);
export type PublicRuleState = z.infer<typeof PublicRuleState>;

/**
 * True: `inForceFrom` is no day of the rule, but when this platform begins to judge by it.
 */
export const IsJudgedFrom = z.boolean().optional();

const DateOrigin = z.object({ source: z.string(), confidence: Confidence });

/** A rule in the list, shipped with the platform or filed by a body. */
export const RuleSummary = z.object({
  id: z.string(),
  /** Approval number and name of who filed it; null for a rule shipped with the platform. */
  institution: z.string().nullable(),
  institutionName: z.string().nullable(),
  /** As the newest version says; the English may be empty. */
  number: z.string(),
  title: LocalText,
  issuer: LocalText,
  category: z.string(),
  /** The newest version that meets what was asked for. */
  found: z.string(),
  /** All public ones, by the day from which they are in force. */
  versions: z.array(
    z.object({
      version: z.string(),
      state: PublicRuleState,
      inForceFrom: z.string(),
      /** Half-open: no longer in force on that day. */
      inForceUntil: z.string().nullable(),
      isJudgedFrom: IsJudgedFrom,
    }),
  ),
});
export type RuleSummary = z.infer<typeof RuleSummary>;

/** Shipped rules first, then filed ones by body; by id. */
export const RulePage = z.object({ items: z.array(RuleSummary), next: z.string().nullable() });
export type RulePage = z.infer<typeof RulePage>;

/**
 * What sources stand for: documents that were read, `S-07`, and facts noted while reading, `Q-16`.
 */
export const RuleSources = z.object({
  documents: z.array(z.object({ id: z.string(), title: LocalText })),
  facts: z.array(
    z.object({
      id: z.string(),
      /**
       * In the document's own words; quoted with its clause number by another; in a notice, an
       * article or a page; from general knowledge, unverified; looked for and not found.
       */
      read: z.enum(["text", "quoted", "secondary", "general", "none"]),
      /** Where it was read. */
      documents: z.array(z.string()),
    }),
  ),
});
export type RuleSources = z.infer<typeof RuleSources>;

/**
 * English of what packs and calculators write in Chinese alone: numbers of rules, of documents and
 * of clauses, and sources. Our own translations; answers and verdicts hold the Chinese.
 */
export const RuleTranslations = z.object({ texts: z.array(LocalText) });
export type RuleTranslations = z.infer<typeof RuleTranslations>;

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
  isJudgedFrom: IsJudgedFrom,
  /** Where the days are from, of those that are not read in the text. */
  dates: z.object({ issuedOn: DateOrigin.optional(), inForceFrom: DateOrigin.optional() }),
  category: z.string(),
  /** Schemes that it judges, `QMS`; `ANY`: each, and acts that belong to none. */
  schemes: z.array(z.string()),
  /** First characters of certification item codes; empty where they were not read. */
  itemCodes: z.array(z.string()),
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
  sources: RuleSources,
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
      /** The English of a name may be empty. */
      examples: z.array(
        z.object({ name: LocalText, facts: z.record(z.string(), z.unknown()), expect: Outcome }),
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
