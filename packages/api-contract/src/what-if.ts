import { z } from "zod";
import { IsoInstant } from "./certificate.ts";
import { Day } from "./day.ts";
import { LocalText } from "./rule.ts";

// Trying rules on recorded history; every route needs a session.
//
//   GET    /what-if/choices            WhatIfChoices: what the person may try, and on whose acts
//   GET    /what-if                    WhatIfList: the institution's newest runs
//   POST   /what-if                    WhatIfAsk -> WhatIfProgress
//          or 409 `what-if-pack-refused` with WhatIfPackRefused's `errors`
//   GET    /what-if/{id}               WhatIfProgress
//   GET    /what-if/{id}/result        WhatIfResult: what was found so far
//   GET    /what-if/{id}/cases         WhatIfCases, filtered by institution, requirement, outcomes
//   GET    /what-if/{id}/cases.csv     all of them, UTF-8 with a byte order mark
//   POST   /what-if/{id}/cancel        204 once it has stopped
//   POST   /what-if/{id}/resume        WhatIfProgress

const Name = z.string().min(1).max(100);
const ParameterValue = z.union([z.number(), z.string().max(200), z.boolean()]);
const PackTexts = z.object({ pack: z.string().max(300_000), examples: z.string().max(300_000) });

/**
 * What is tried: a version in force with other values for some parameters, a draft of the
 * institution as it stands, a version that a body filed, or texts that are stored nowhere.
 */
export const WhatIfSubjectAsk = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("parameters"),
    rule: Name,
    version: Name,
    parameters: z.record(z.string().max(100), ParameterValue),
  }),
  z.object({ kind: z.literal("draft"), rule: Name }),
  z.object({ kind: z.literal("filed"), institution: Name, rule: Name, version: Name }),
  z.object({ kind: z.literal("texts"), ...PackTexts.shape }),
]);
export type WhatIfSubjectAsk = z.infer<typeof WhatIfSubjectAsk>;

/** In whose place: nothing, or one version. */
export const WhatIfBaseAsk = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("pack"), rule: Name, version: Name }),
  z.object({ kind: z.literal("filed"), institution: Name, rule: Name, version: Name }),
]);
export type WhatIfBaseAsk = z.infer<typeof WhatIfBaseAsk>;

/** A body tries its own acts, a regulator those it names. */
export const WhatIfAsk = z.object({
  /** Acts that occurred on this day or later. */
  since: Day,
  subject: WhatIfSubjectAsk,
  /** Of changed parameters it is the version that they are of, whatever stands here. */
  base: WhatIfBaseAsk.default({ kind: "none" }),
  /** Approval numbers; left out: all that may be tried. */
  institutions: z.array(Name).min(1).max(1000).optional(),
});
export type WhatIfAsk = z.input<typeof WhatIfAsk>;

export const WhatIfPackRefused = z.object({
  errors: z.array(
    z.object({
      file: z.string(),
      /** From 1. */
      line: z.number(),
      clause: z.string().nullable(),
      code: z.string(),
      message: LocalText,
      wayOut: LocalText,
    }),
  ),
});
export type WhatIfPackRefused = z.infer<typeof WhatIfPackRefused>;

const Value = z.union([z.number(), z.string(), z.boolean(), z.null()]);

export const WhatIfChoices = z.object({
  /** Versions loaded here, the newest of each rule first. */
  packs: z.array(
    z.object({
      id: z.string(),
      version: z.string(),
      title: LocalText,
      inForceFrom: z.string(),
      inForceUntil: z.string().nullable(),
      /** Those that decide an outcome on an act; deadlines alone cannot be tried. */
      parameters: z.array(
        z.object({
          id: z.string(),
          value: Value,
          unit: z.string().nullable(),
          note: LocalText.nullable(),
          /** What a value in its unit can be, in words too. Both ends belong to it. */
          allowed: z.discriminatedUnion("kind", [
            z.object({
              kind: z.literal("number"),
              min: z.number(),
              /** Null: no end. */
              max: z.number().nullable(),
              whole: z.boolean(),
              words: LocalText,
            }),
            z.object({ kind: z.literal("day"), words: LocalText }),
          ]),
          /** Requirements that read it. */
          read: z.array(z.object({ clause: z.string(), title: LocalText })),
        }),
      ),
    }),
  ),
  /** Of the institution. */
  drafts: z.array(
    z.object({
      rule: z.string(),
      version: z.string(),
      title: LocalText,
      counter: z.number(),
      isExecutable: z.boolean(),
    }),
  ),
  /** Versions with an executable part: a body's own; for a regulator those of every body. */
  filed: z.array(
    z.object({
      institution: z.string(),
      institutionName: z.string(),
      rule: z.string(),
      version: z.string(),
      title: LocalText,
      state: z.string(),
    }),
  ),
  /** Whose acts may be tried. */
  institutions: z.array(
    z.object({ approvalNumber: z.string(), name: z.string(), entries: z.number() }),
  ),
});
export type WhatIfChoices = z.infer<typeof WhatIfChoices>;

export const WhatIfState = z.enum([
  "waiting",
  "running",
  "stopping",
  "cancelled",
  "interrupted",
  "failed",
  "finished",
]);
export type WhatIfState = z.infer<typeof WhatIfState>;

const Subject = z.object({
  kind: z.enum(["parameters", "draft", "filed", "texts"]),
  institution: z.string().nullable(),
  rule: z.string(),
  version: z.string(),
  title: LocalText,
  /** Of a draft: which saved state of it was tried. */
  counter: z.number().nullable(),
  parameters: z.array(z.object({ id: z.string(), before: Value, after: Value })),
});
const Base = z.object({
  kind: z.enum(["none", "pack", "filed"]),
  institution: z.string().nullable(),
  rule: z.string(),
  version: z.string(),
});

export const WhatIfProgress = z.object({
  id: z.string(),
  /**
   * `waiting`: until others have ended; `stopping`: up to a page more is read; `cancelled` by a
   * person and `interrupted` by the end of the server, like `failed`, can go on from where they
   * stood.
   */
  state: WhatIfState,
  since: z.string(),
  startedAt: IsoInstant,
  subject: Subject,
  base: Base,
  institutions: z.array(z.string()),
  read: z.number(),
  entriesTotal: z.number(),
  tried: z.number(),
  flipped: z.number(),
  /** Entries read to count persons' totals in the present log; null: none are being counted. */
  counted: z.number().nullable(),
});
export type WhatIfProgress = z.infer<typeof WhatIfProgress>;
export const WhatIfList = z.object({ items: z.array(WhatIfProgress) });
export type WhatIfList = z.infer<typeof WhatIfList>;

export const WhatIfOutcome = z.enum(["met", "not-met", "not-applicable", "cannot-tell"]);
export type WhatIfOutcome = z.infer<typeof WhatIfOutcome>;
const Outcomes = { before: WhatIfOutcome, after: WhatIfOutcome };

/** A requirement that differs from the base, over all acts tried. */
export const WhatIfRequirement = z.object({
  requirement: z.string(),
  clause: z.string(),
  title: LocalText,
  clauseTitle: LocalText.nullable(),
  /** False: acts of the kind that it looks at are not recorded here, so it cannot be tried. */
  isRecorded: z.boolean(),
  outcomes: z.array(z.object({ ...Outcomes, acts: z.number() })),
  /** Facts not known, with the acts of which an outcome cannot be told for it. */
  missing: z.array(z.object({ fact: z.string(), label: LocalText, acts: z.number() })),
});
export type WhatIfRequirement = z.infer<typeof WhatIfRequirement>;

const Flip = z.object({
  institution: z.string(),
  requirement: z.string(),
  clause: z.string(),
  ...Outcomes,
});

export const WhatIfResult = WhatIfProgress.extend({
  /** Acts of which the log tells facts otherwise than noted; those noted were taken. */
  contradicted: z.number(),
  requirements: z.array(WhatIfRequirement),
  /** Flips, the most frequent first. */
  counts: z.array(Flip.extend({ acts: z.number() })),
  /** Names of the institutions whose acts were tried. */
  names: z.record(z.string(), z.string()),
});
export type WhatIfResult = z.infer<typeof WhatIfResult>;

export const WhatIfCaseFilter = z.object({
  institution: Name.optional(),
  requirement: Name.optional(),
  before: WhatIfOutcome.optional(),
  after: WhatIfOutcome.optional(),
});
export type WhatIfCaseFilter = z.infer<typeof WhatIfCaseFilter>;

export const WhatIfCase = Flip.extend({
  /** Place of the act in the institution's log. */
  index: z.number(),
  type: z.string(),
  occurredOn: z.string(),
  /** Its page is `/c/{certificate}`; null for an audit plan. */
  certificate: z.string().nullable(),
});
export type WhatIfCase = z.infer<typeof WhatIfCase>;
/** Ordered by institution and place in its log. */
export const WhatIfCases = z.object({
  items: z.array(WhatIfCase),
  nextCursor: z.string().nullable(),
});
export type WhatIfCases = z.infer<typeof WhatIfCases>;
