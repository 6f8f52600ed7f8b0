import { z } from "zod";
import { Confidence } from "../pack/pack-document.ts";

const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const IsoDate = z.iso.date("expected a date like 2026-01-31");
const Source = z.string().trim().min(1, "a source is required");
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected a kebab-case identifier");

/** A value with what it means. Null: not found in any source; what needs it cannot be told. */
const parameter = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    what: Text,
    value: value.nullable(),
    unit: Text.nullable(),
    source: Source,
    confidence: Confidence,
    note: Text.optional(),
  });

const Statement = z.strictObject({ what: Text, source: Source, confidence: Confidence });
export type Statement = z.infer<typeof Statement>;

const Percent = z.number().min(0).max(100);
const Fraction = z.string().regex(/^[1-9]\d{0,2}\/[1-9]\d{0,2}$/, "expected a fraction like 1/3");
/** Times the square root of the sites; at most two decimals, so that rounding up is exact. */
const Factor = z.number().positive().max(1).multipleOf(0.01);

export const System = z.enum(["QMS", "EMS", "OHSMS"]);
export const Risk = z.enum(["high", "medium", "low", "limited"]);

const Cell = {
  personsMax: z.int().positive(),
  system: System,
  risk: Risk.nullable(),
};

const AuditTimeTable = z.strictObject({
  what: Text,
  columns: z
    .array(
      z.strictObject({
        system: System,
        risk: Risk.nullable(),
        source: Source,
        confidence: Confidence,
      }),
    )
    .min(1),
  /** Person-days by column, in steps of half a day. Null exactly where `disputed` has readings. */
  rows: z
    .array(
      z.strictObject({
        personsMax: z.int().positive(),
        days: z.array(z.number().positive().multipleOf(0.5).nullable()),
      }),
    )
    .min(1),
  confirmed: z.array(z.strictObject({ ...Cell, source: Source, confidence: Confidence })),
  disputed: z.array(
    z.strictObject({ ...Cell, readings: z.array(z.number()).min(2), source: Source }),
  ),
});
export type AuditTimeTable = z.infer<typeof AuditTimeTable>;

const head = {
  id: Slug,
  version: z.string().min(1),
  number: z.string().min(1),
  title: Text,
  issuer: Text,
  /** Null: not read. */
  inForceFrom: IsoDate.nullable(),
  /** Which edition was read and what was not compared. */
  edition: Text,
  /** What the sources say that is not computed. */
  notes: z.array(Statement),
};

const AuditTimeCalculator = z.strictObject({
  ...head,
  kind: z.literal("audit-time"),
  parameters: z.strictObject({
    personDayHours: parameter(z.number().positive()),
    reductionPercentMax: parameter(Percent),
    onSitePercentMin: parameter(Percent),
    surveillanceShare: parameter(Fraction),
    recertificationShare: parameter(Fraction),
    roundingStepDays: parameter(z.literal(0.5)),
    roundingTie: parameter(z.enum(["up", "down"])),
  }),
  table: AuditTimeTable,
});
export type AuditTimeCalculator = z.infer<typeof AuditTimeCalculator>;

const IntegrationCalculator = z.strictObject({
  ...head,
  kind: z.literal("integrated-audit-time"),
  parameters: z.strictObject({
    systemsMin: parameter(z.int().positive()),
    reductionPercentMax: parameter(Percent),
  }),
});
export type IntegrationCalculator = z.infer<typeof IntegrationCalculator>;

const SamplingCalculator = z.strictObject({
  ...head,
  kind: z.literal("multi-site-sample"),
  parameters: z.strictObject({
    sitesMin: parameter(z.int().positive()),
    initialFactor: parameter(Factor),
    surveillanceFactor: parameter(Factor),
    recertificationFactor: parameter(Factor),
    randomPercentMin: parameter(Percent),
    unsampledSurveillancePercent: parameter(Percent),
    siteReductionPercentMax: parameter(Percent),
  }),
});
export type SamplingCalculator = z.infer<typeof SamplingCalculator>;

const TransferCalculator = z.strictObject({
  ...head,
  kind: z.literal("transfer-eligibility"),
  parameters: z.strictObject({ monthsAfterIssuerMax: parameter(z.int().positive()) }),
  eligibility: z.strictObject({ underMla: Statement, valid: Statement, inTime: Statement }),
  steps: z.strictObject({
    accreditationBodyInformed: Statement,
    accreditationScopeReviewed: Statement,
    lastReportsReviewed: Statement,
    openNonconformitiesReviewed: Statement,
    complaintsReviewed: Statement,
    legalComplianceReviewed: Statement,
    reasonReviewed: Statement,
    cycleReviewed: Statement,
    visited: Statement,
  }),
});
export type TransferCalculator = z.infer<typeof TransferCalculator>;

/** The content of calculator.yaml: plain values, so it can be handed out as JSON as it is. */
export const CalculatorDocument = z.discriminatedUnion("kind", [
  AuditTimeCalculator,
  IntegrationCalculator,
  SamplingCalculator,
  TransferCalculator,
]);
export type Calculator = z.infer<typeof CalculatorDocument>;
