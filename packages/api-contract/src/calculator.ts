import { z } from "zod";
import { Confidence, LocalText, RuleSources } from "./rule.ts";

export const CalculatorKind = z.enum([
  "audit-time",
  "integrated-audit-time",
  "multi-site-sample",
  "transfer-eligibility",
]);
export type CalculatorKind = z.infer<typeof CalculatorKind>;

export const CalculatorSummary = z.object({
  id: z.string(),
  version: z.string(),
  kind: CalculatorKind,
  /** Of the document that it follows. */
  number: z.string(),
  title: LocalText,
  issuer: LocalText,
  /** Which edition was read and what was not compared. */
  edition: LocalText,
});
export type CalculatorSummary = z.infer<typeof CalculatorSummary>;

export const CalculatorList = z.object({ items: z.array(CalculatorSummary) });
export type CalculatorList = z.infer<typeof CalculatorList>;

const Statement = z.object({ what: LocalText, source: z.string(), confidence: Confidence });

export const CalculatorParameter = Statement.extend({
  id: z.string(),
  /** Null: not found in any source; what needs it cannot be told. */
  value: z.union([z.number(), z.string(), z.null()]),
  unit: LocalText.nullable(),
  note: LocalText.nullable(),
});
export type CalculatorParameter = z.infer<typeof CalculatorParameter>;

export const CalculatorAnswer = CalculatorSummary.extend({
  /** Null: not read. */
  inForceFrom: z.string().nullable(),
  /** SHA-256 of the calculator file, hex. */
  contentHash: z.string(),
  vectors: z.number(),
  parameters: z.array(CalculatorParameter),
  /** What is asked about a case, by the name of its input field; a transfer has them. */
  conditions: z.array(Statement.extend({ id: z.string() })),
  /** What the sources say that is not computed. */
  notes: z.array(Statement),
  sources: RuleSources,
  /** JSON Schema of what `calculations` takes. */
  inputSchema: z.record(z.string(), z.unknown()),
  /** The whole document, tables included. */
  document: z.record(z.string(), z.unknown()),
});
export type CalculatorAnswer = z.infer<typeof CalculatorAnswer>;

export const CalculationLine = z.object({
  what: LocalText,
  value: z.union([z.number(), z.string(), z.boolean(), z.null()]),
  unit: LocalText.nullable(),
  /** A document, or one of the words `input`, `calculated`, `not read`. */
  source: z.string(),
  confidence: Confidence,
});
export type CalculationLine = z.infer<typeof CalculationLine>;

/** Refused input is a problem, 422, with the refusal's code. */
export const Calculation = z.object({
  calculator: z.object({ id: z.string(), version: z.string(), contentHash: z.string() }),
  outcome: z.enum(["computed", "cannot-tell"]),
  /** Fields by kind of calculator; null when it cannot be told. */
  result: z.record(z.string(), z.unknown()).nullable(),
  /** Of the least sure line; null when it cannot be told. */
  confidence: Confidence.nullable(),
  /** Why it cannot be told. */
  reason: z.object({ code: z.string(), message: LocalText }).nullable(),
  lines: z.array(CalculationLine),
});
export type Calculation = z.infer<typeof Calculation>;
