import { z } from "zod";
import { IsoInstant } from "./certificate.ts";

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Outcome = z.enum(["met", "not-met", "not-applicable", "cannot-tell"]);

/**
 * `POST /what-if`: tries a published version with other values of its parameters, or a draft in its
 * place, on what was recorded since a day. A body tries its own acts, a regulator those it names.
 */
export const WhatIfAsk = z.object({
  since: Day,
  rule: z.string().min(1).max(100),
  version: z.string().min(1).max(50),
  parameters: z
    .record(z.string().max(100), z.union([z.number(), z.string().max(200), z.boolean()]))
    .default({}),
  /** Texts of the draft's two files; without them the published ones. */
  draft: z.object({ pack: z.string(), examples: z.string() }).optional(),
  /** Approval numbers; left out: all that may be tried. */
  institutions: z.array(z.string().min(1).max(100)).min(1).max(1000).optional(),
});
export type WhatIfAsk = z.infer<typeof WhatIfAsk>;

export const WhatIfProgress = z.object({
  id: z.string(),
  /** `cancelled` ones can go on from where they stood; so can those that a restart broke off. */
  state: z.enum(["running", "cancelled", "failed", "finished"]),
  since: Day,
  startedAt: IsoInstant,
  read: z.number(),
  entriesTotal: z.number(),
  tried: z.number(),
  flipped: z.number(),
});
export type WhatIfProgress = z.infer<typeof WhatIfProgress>;
export const WhatIfList = z.object({ items: z.array(WhatIfProgress) });
export type WhatIfList = z.infer<typeof WhatIfList>;

const Flip = z.object({
  institution: z.string(),
  requirement: z.string(),
  clause: z.string(),
  before: Outcome,
  after: Outcome,
});

/** `GET /what-if/{id}/result`: what was found so far. */
export const WhatIfResult = WhatIfProgress.extend({
  /** Acts of which the log tells facts otherwise than noted; those noted were taken. */
  contradicted: z.number(),
  counts: z.array(Flip.extend({ acts: z.number() })),
  /** The first ones of each requirement and both outcomes. */
  cases: z.array(
    Flip.extend({
      index: z.number(),
      type: z.string(),
      occurredOn: Day,
      /** Its page is `/c/{certificate}`; null for an audit plan. */
      certificate: z.string().nullable(),
    }),
  ),
});
export type WhatIfResult = z.infer<typeof WhatIfResult>;
