import type { CalculatorKind } from "@suzheng/api-contract";

/** One thing that is asked; its words are in calculator-words.ts, a condition's in the document. */
export type Field =
  | { name: string; type: "choice"; options: readonly string[]; isOptional?: boolean }
  | { name: string; type: "number"; min: number; step: number; unit: string; isOptional?: boolean }
  | { name: string; type: "day"; isOptional?: boolean }
  /** Yes, no or not known. */
  | { name: string; type: "answer"; isCondition?: boolean }
  /** Yes unless no was said. */
  | { name: string; type: "yes-no" };

const answer = (name: string): Field => ({ name, type: "answer", isCondition: true });

/** What each kind asks; `systems` of an integrated audit are rows of their own. */
export const FIELDS: Record<CalculatorKind, readonly Field[]> = {
  "audit-time": [
    { name: "system", type: "choice", options: ["QMS", "EMS", "OHSMS"] },
    {
      name: "risk",
      type: "choice",
      options: ["high", "medium", "low", "limited"],
      isOptional: true,
    },
    { name: "effectivePersonnel", type: "number", min: 1, step: 1, unit: "persons" },
    { name: "activity", type: "choice", options: ["initial", "surveillance", "recertification"] },
    {
      name: "adjustmentPercent",
      type: "number",
      min: -100,
      step: 0.01,
      unit: "percent",
      isOptional: true,
    },
  ],
  "integrated-audit-time": [
    { name: "reductionPercent", type: "number", min: 0, step: 0.01, unit: "percent" },
  ],
  "multi-site-sample": [
    { name: "sites", type: "number", min: 1, step: 1, unit: "sites" },
    { name: "audit", type: "choice", options: ["initial", "surveillance", "recertification"] },
    { name: "samplingAllowed", type: "yes-no" },
    {
      name: "siteReductionPercent",
      type: "number",
      min: 0,
      step: 0.01,
      unit: "percent",
      isOptional: true,
    },
  ],
  "transfer-eligibility": [
    { name: "on", type: "day" },
    {
      name: "status",
      type: "choice",
      options: ["valid", "suspended", "withdrawn", "cancelled", "expired"],
      isOptional: true,
    },
    { name: "validUntil", type: "day", isOptional: true },
    answer("underMla"),
    {
      name: "issuer",
      type: "choice",
      options: [
        "operating",
        "ceased",
        "accreditation-expired",
        "accreditation-suspended",
        "accreditation-withdrawn",
      ],
      isOptional: true,
    },
    { name: "issuerSince", type: "day", isOptional: true },
    answer("accreditationBodyInformed"),
    answer("accreditationScopeReviewed"),
    answer("lastReportsReviewed"),
    answer("openNonconformitiesReviewed"),
    answer("complaintsReviewed"),
    answer("legalComplianceReviewed"),
    answer("reasonReviewed"),
    answer("cycleReviewed"),
    { name: "visitNeeded", type: "answer" },
    answer("visited"),
  ],
};
