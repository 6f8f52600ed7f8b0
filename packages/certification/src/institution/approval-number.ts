/**
 * `CNCA-R-2002-034` (domestic) or `CNCA-RF-2005-21` (foreign-funded). Syntax from general knowledge
 * [G].
 */
const APPROVAL_NUMBER = /^CNCA-(?:R-\d{4}-\d{3,4}|RF-\d{4}-\d{2,3})$/;

export const isApprovalNumber = (text: string): boolean => APPROVAL_NUMBER.test(text);

/**
 * The three digits with which a domestic body's certificate numbers begin, by the old convention:
 * the last three of its approval number. Null for foreign-funded bodies, whose prefix is not
 * documented.
 */
export function bodyNumberOf(approvalNumber: string): string | null {
  const parts = /^CNCA-R-\d{4}-\d*(\d{3})$/.exec(approvalNumber);
  return parts?.[1] ?? null;
}

/**
 * How a body's plan numbers begin, as recommended (fact I-07): `R0034` for CNCA-R-2002-034, `RF021`
 * for CNCA-RF-2005-21. Two characters for the branch follow.
 */
export function planPrefixOf(approvalNumber: string): string | null {
  const domestic = /^CNCA-R-\d{4}-\d*(\d{3})$/.exec(approvalNumber);
  if (domestic !== null) return `R0${domestic[1]}`;
  const foreign = /^CNCA-RF-\d{4}-\d*(\d{2})$/.exec(approvalNumber);
  return foreign === null ? null : `RF0${foreign[1]}`;
}
