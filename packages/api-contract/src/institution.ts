import { z } from "zod";
import { IsoDate, IsoInstant } from "./certificate.ts";

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

const OVERDUE =
  "Certificates, valid or suspended on the day, of which something that the rules ask for was due " +
  "before it and is not reported, such as a surveillance. As last worked out from their acts; null " +
  "where that has not been done yet.";
const STATUSES =
  "Public certificates by status on the day. One whose newest report takes effect on a day to " +
  "come counts as that report says.";

/** How a body's public certificates stand on a day. */
export const CertificateCounts = z.object({
  on: IsoDate,
  statuses: z
    .object({
      valid: z.number(),
      suspended: z.number(),
      withdrawn: z.number(),
      cancelled: z.number(),
      expired: z.number(),
    })
    .describe(STATUSES),
  overdue: z.number().nullable().describe(OVERDUE),
});
export type CertificateCounts = z.infer<typeof CertificateCounts>;

export const InstitutionCounts = Institution.extend({ counts: CertificateCounts });
export type InstitutionCounts = z.infer<typeof InstitutionCounts>;

/** Every body, by approval number; needs a session. */
export const InstitutionCountsList = z.object({ items: z.array(InstitutionCounts) });
export type InstitutionCountsList = z.infer<typeof InstitutionCountsList>;
