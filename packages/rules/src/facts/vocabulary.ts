import { PARTICIPATION_FACTS, PLAN_FACTS } from "./audit-facts.ts";
import { CERTIFICATE_FACTS, STANDING_FACTS } from "./certificate-facts.ts";
import type { FactDeclaration } from "./declaration.ts";

export const ACT_TYPES = [
  "CertificateReported",
  "AuditParticipationReported",
  "AuditPlanReported",
] as const;
export type ActType = (typeof ACT_TYPES)[number];

export type Vocabulary = { readonly [fact: string]: FactDeclaration };

/** The facts a requirement may read, by act type. Adding one means that the server assembles it. */
export const VOCABULARY: { readonly [T in ActType]: Vocabulary } = {
  CertificateReported: CERTIFICATE_FACTS,
  AuditParticipationReported: PARTICIPATION_FACTS,
  AuditPlanReported: PLAN_FACTS,
};

/** The facts a deadline may read. */
export const STANDING_VOCABULARY: Vocabulary = STANDING_FACTS;
