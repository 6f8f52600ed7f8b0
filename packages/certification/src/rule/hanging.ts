import type { IsoDate } from "../calendar-date.ts";
import type { CertificateStatus } from "../report/words.ts";

/**
 * Reports name no rule, so a certificate hangs on a version by convention: it is the body's, its
 * item code is one of the version's or below it, and it was issued while the version was in force.
 */
export type HangingOn = {
  readonly itemCodes: readonly string[];
  readonly inForceFrom: IsoDate | null;
  readonly inForceUntil: IsoDate | null;
};

export function hangsOn(
  { itemCodes, inForceFrom, inForceUntil }: HangingOn,
  { itemCode, issuedOn }: { readonly itemCode: string; readonly issuedOn: IsoDate },
): boolean {
  if (inForceFrom === null || issuedOn < inForceFrom) return false;
  if (inForceUntil !== null && issuedOn >= inForceUntil) return false;
  return itemCodes.some((code) => code !== "" && itemCode.startsWith(code));
}

export type FollowUpDuty = {
  readonly duty: "cancel-or-withdraw-certificate";
  readonly certificate: string;
  readonly dueOn: IsoDate | null;
  readonly source: string;
  readonly confidence: "low";
};

/** The precedent concerns one kind of rule; that it holds for all is this platform's reading. */
const PRECEDENT = "认秘函〔2024〕31号；国认监〔2024〕3号（先例）";

/** What is still to be done about certificates of a cancelled version (fact R-11). */
export function followUpDuties(
  certificates: readonly { readonly number: string; readonly status: CertificateStatus }[],
  dueOn: IsoDate | null,
): FollowUpDuty[] {
  return certificates
    .filter(({ status }) => status === "valid" || status === "suspended")
    .map(({ number }) => ({
      duty: "cancel-or-withdraw-certificate",
      certificate: number,
      dueOn,
      source: PRECEDENT,
      confidence: "low",
    }));
}
