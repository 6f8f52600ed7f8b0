import { z } from "zod";
import { IsoInstant } from "./certificate.ts";

export const Institution = z.object({
  approvalNumber: z.string(),
  name: z.string(),
  nameEnglish: z.string().nullable(),
  status: z.enum(["active", "suspended", "withdrawn", "cancelled"]),
  fields: z.array(z.string()),
  branches: z.array(z.string()),
  /** Since when this body's acts stand in a log here. */
  connectedAt: IsoInstant,
  certificates: z.number(),
  lastReportedAt: IsoInstant.nullable(),
});
export type Institution = z.infer<typeof Institution>;

export const InstitutionPage = z.object({
  items: z.array(Institution),
  next: z.string().nullable(),
});
export type InstitutionPage = z.infer<typeof InstitutionPage>;
