import { z } from "zod";
import { InstitutionReference } from "./certificate.ts";
import { LocalText } from "./rule.ts";

/**
 * RFC 9457 problem body. `code` is permanent; `detail` says what happened, `wayOut` what to do now.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: LocalText,
  wayOut: LocalText,
  /** When the answer was given, and up to when the log proves it, where that matters. */
  answeredAt: z.string().optional(),
  issuer: InstitutionReference.extend({ connectedAt: z.string() }).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The three meanings of "not found". */
export const NOT_FOUND_CODES = [
  "certificate-never-recorded",
  "certificate-withheld",
  "issuer-not-connected",
] as const;
