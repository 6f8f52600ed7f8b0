import { APPLICATION_FACTS, CONTRACT_FACTS, SPOT_CHECK_FACTS } from "./application-facts.ts";
import { PARTICIPATION_FACTS, PLAN_FACTS, SIGN_IN_FACTS } from "./audit-facts.ts";
import { CERTIFICATE_FACTS, STANDING_FACTS } from "./certificate-facts.ts";
import type { FactDeclaration, LocalText } from "./declaration.ts";
import { BODY_FACTS, FILING_FACTS } from "./institution-facts.ts";
import { BODY_CHANGE_FACTS, ENGAGEMENT_FACTS } from "./person-facts.ts";

export const SCHEMES = ["QMS", "EMS", "OHSMS", "ISMS", "ITSMS", "OTHER"] as const;
export type Scheme = (typeof SCHEMES)[number];

export type Vocabulary = { readonly [fact: string]: FactDeclaration };

/**
 * The facts a requirement may read, by act type. Adding one means that the server assembles it, or
 * that it is declared as unreported; the server records the first three today, so what is asked of
 * the others does not apply yet.
 */
export const VOCABULARY = {
  CertificateReported: CERTIFICATE_FACTS,
  AuditParticipationReported: PARTICIPATION_FACTS,
  AuditPlanReported: PLAN_FACTS,
  ApplicationReviewed: APPLICATION_FACTS,
  ContractSigned: CONTRACT_FACTS,
  SignInReported: SIGN_IN_FACTS,
  SpotCheckFailed: SPOT_CHECK_FACTS,
  PersonEngaged: ENGAGEMENT_FACTS,
  BodyChangeRequested: BODY_CHANGE_FACTS,
  BodyReviewed: BODY_FACTS,
  MatterFiled: FILING_FACTS,
} as const satisfies { readonly [type: string]: Vocabulary };

export type ActType = keyof typeof VOCABULARY;
// The keys of an object literal are exactly its members.
export const ACT_TYPES = Object.keys(VOCABULARY) as readonly ActType[];

export const vocabularyOf = (type: ActType): Vocabulary => VOCABULARY[type];

/** What a fact is called; its name where the act type has none such. */
export function factLabel(type: string, fact: string): LocalText {
  const vocabulary = ACT_TYPES.find((known) => known === type);
  const declared = vocabulary === undefined ? undefined : vocabularyOf(vocabulary)[fact];
  return declared?.label ?? { zh: fact, en: fact };
}

/** The facts a deadline may read. */
export const STANDING_VOCABULARY: Vocabulary = STANDING_FACTS;
