import { addDays, type IsoDate } from "../calendar-date.ts";
import type { CertificateContent } from "../report/report-row.ts";

const latestOf = (...days: readonly (IsoDate | null)[]): IsoDate =>
  days.reduce<IsoDate>((latest, day) => (day !== null && day > latest ? day : latest), "");

/** An audit's outcome holds from its decision, and never from before the certificate's issue. */
function validSince(row: CertificateContent): IsoDate {
  if (row.reportType === "status" || row.reportType === "change") {
    if (row.changedOn !== null) return row.changedOn;
  }
  if (row.reportType === "reissue") return row.reissuedOn ?? row.issuedOn;
  if (row.activity === "initial" || row.activity === "recertification") return row.issuedOn;
  return latestOf(row.decidedOn, row.auditEndOn, row.issuedOn);
}

/** First day of what a row reports: of its status, or for a valid certificate of its content. */
export function effectiveOnOf(row: CertificateContent): IsoDate {
  switch (row.status) {
    case "valid":
      return validSince(row);
    case "suspended":
      return row.suspendedOn ?? row.changedOn ?? row.decidedOn;
    case "withdrawn":
      return row.withdrawnOn ?? row.changedOn ?? row.decidedOn;
    case "cancelled":
      return row.cancelledOn ?? row.changedOn ?? row.decidedOn;
    case "expired":
      return addDays(row.validUntil, 1);
  }
}

/** The day of the reported act: of the change where the row is about one, else of the status. */
export function occurredOnOf(row: CertificateContent): IsoDate {
  if (row.reportType === "change" && row.changedOn !== null) return row.changedOn;
  return effectiveOnOf(row);
}
