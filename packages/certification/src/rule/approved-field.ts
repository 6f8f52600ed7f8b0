import type { InstitutionStatus } from "../institution/institution.ts";

/** What the register has to know of the body that owns a rule. */
export type RuleOwner = {
  readonly approvalNumber: string;
  readonly status: InstitutionStatus;
  /** Approved fields, as the first characters of certification item codes. */
  readonly fields: readonly string[];
};

/** Whether a field or item code lies in what the body is approved for; nothing once that ended. */
export function isApprovedCode({ status, fields }: RuleOwner, code: string): boolean {
  if (status === "withdrawn" || status === "cancelled") return false;
  return fields.some((field) => field !== "" && code.startsWith(field));
}
