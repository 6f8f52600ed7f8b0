import { z } from "zod";
import { ACT_TYPES, SCHEMES } from "../facts/vocabulary.ts";

const Text = z.strictObject({
  zh: z.string().min(1).max(2000),
  en: z.string().min(1).max(2000),
});
const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a date like 2026-01-31");
const Source = z.string().trim().min(1, "a source is required");
const Identifier = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "expected a camelCase identifier");
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected a kebab-case identifier");

export const Confidence = z.enum(["high", "medium", "low", "none"]);
export type Confidence = z.infer<typeof Confidence>;

const Clause = z.strictObject({
  number: z.string().min(1),
  title: Text,
  /** In our own words, never the official text. */
  text: Text,
  source: Source,
  confidence: Confidence,
});

const Parameter = z.strictObject({
  id: Identifier,
  /** Null: required by the text, value not known. What reads it cannot be told. */
  value: z.union([z.number(), z.string(), z.boolean(), z.null()]),
  unit: z.string().nullable().default(null),
  source: Source,
  confidence: Confidence,
  note: Text.nullable().default(null),
});

const stepShape = {
  /** Names the step within its clause: what is due. */
  step: Slug,
  /** From when its time runs. CEL, a date; the next three too. */
  opensOn: z.string(),
  openWhile: z.string(),
  due: z.string(),
  clock: z.enum(["calendar", "working-days"]).default("calendar"),
  /** Calendar days ahead of the due date; a habit of this platform, not of the rule. */
  remindDays: z.array(z.int().min(1).max(1100)).max(10).default([]),
  ahead: Text,
  overdue: Text,
  /** What closes it. */
  closes: Text,
  /** What to do once its day is over; without one, what was to be done before. */
  lateRemedy: Text.optional(),
  /** Whether it can still be done after its day. */
  afterDue: z.enum(["overdue", "lapsed"]).default("overdue"),
};

/** What follows when the step before it lapses; its expressions may read `previousDueOn`. */
const Escalation = z.strictObject({
  ...stepShape,
  /** Only where it is another than the requirement's. */
  clause: z.string().optional(),
  source: Source,
  confidence: Confidence,
  remedy: Text,
});

/**
 * When a certificate as it stands opens a deadline, on which day it falls, and the chain of what
 * follows. CEL, see README.
 */
const Deadline = z.strictObject({
  ...stepShape,
  /** What to do about it; without one, what the requirement says of an act that missed it. */
  remedy: Text.optional(),
  escalation: z.array(Escalation).max(5).default([]),
});

const Requirement = z.strictObject({
  id: Slug,
  clause: z.string(),
  kind: z.enum(["gate", "obligation", "limit", "notice"]),
  on: z.enum(ACT_TYPES),
  title: Text,
  when: z.string().default("true"),
  requires: z.string(),
  because: z.strictObject({ met: Text, notMet: Text, cannotTell: Text.optional() }),
  severity: z.enum(["serious", "major", "minor", "hint"]),
  remedy: Text,
  /** How sure the reading of the text is, beside its clause and parameters. */
  confidence: Confidence.default("high"),
  deadline: Deadline.optional(),
});

const DateOrigin = z.strictObject({ source: Source, confidence: Confidence });

/** Where the days of the head are from; one that is not told here is that of the rule itself. */
const Dates = z.strictObject({
  issuedOn: DateOrigin.optional(),
  inForceFrom: DateOrigin.extend({
    /** `judged-from`: no day of the rule, but when this platform begins to judge by it. */
    meaning: z.enum(["in-force", "judged-from"]).default("in-force"),
  }).optional(),
});

export const PackDocument = z.strictObject({
  id: Slug,
  version: z.string().min(1),
  number: z.string().min(1),
  title: Text,
  issuer: Text,
  category: z.string().min(1),
  issuedOn: IsoDate,
  inForceFrom: IsoDate,
  inForceUntil: IsoDate.nullable(),
  dates: Dates.default({}),
  /** `ANY`: every scheme, and acts that belong to none. */
  schemes: z.array(z.enum([...SCHEMES, "ANY"])).min(1),
  /** First characters of the certification item codes under this rule; empty where not read. */
  itemCodes: z.array(z.string()),
  basis: z.array(z.strictObject({ number: z.string(), title: Text, source: Source })),
  clauses: z.array(Clause).min(1),
  parameters: z.array(Parameter),
  requirements: z.array(Requirement).min(1).max(200),
  /** What is left out and why, for whoever looks for it. */
  notes: z.array(Text).default([]),
});
export type PackDocument = z.infer<typeof PackDocument>;
export type RequirementDocument = PackDocument["requirements"][number];
export type DeadlineDocument = NonNullable<RequirementDocument["deadline"]>;
export type StepDocument = Omit<DeadlineDocument, "escalation"> &
  Partial<Pick<DeadlineDocument["escalation"][number], "clause" | "source" | "confidence">>;

const Fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const ExampleFacts = z.record(z.string(), Fact);

const Example = z.strictObject({
  name: z.string().min(1),
  expect: z.enum(["met", "not-met", "not-applicable", "cannot-tell"]),
  /** The last case on one side of the line: that day, that number. */
  boundary: z.boolean().default(false),
  facts: ExampleFacts,
});

const DeadlineExample = z.strictObject({
  name: z.string().min(1),
  on: IsoDate,
  facts: ExampleFacts,
  expect: z.union([
    z.literal("none"),
    z.strictObject({ dueOn: IsoDate, state: z.enum(["ahead", "overdue"]) }),
  ]),
});

/** What is open on a day, of the whole chain and soonest first. */
const ObligationExample = z.strictObject({
  name: z.string().min(1),
  on: IsoDate,
  facts: ExampleFacts,
  expect: z.array(
    z.strictObject({
      step: Slug,
      dueOn: IsoDate,
      state: z.enum(["ahead", "reminding", "overdue", "lapsed"]),
    }),
  ),
});

export const ExamplesDocument = z.strictObject({
  /** Facts that the examples of an act type have unless they say otherwise. */
  usual: z.record(z.string(), ExampleFacts).default({}),
  examples: z.record(
    z.string(),
    z.strictObject({
      given: ExampleFacts.default({}),
      cases: z.array(Example),
      deadlines: z.array(DeadlineExample).default([]),
      obligations: z.array(ObligationExample).default([]),
    }),
  ),
});
export type ExamplesDocument = z.infer<typeof ExamplesDocument>;
