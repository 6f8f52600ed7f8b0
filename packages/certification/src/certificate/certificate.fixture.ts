import assert from "node:assert/strict";
import type { Decision } from "../decision.ts";
import { EXAMPLE_CELLS } from "../report/example-cells.ts";
import { type Cells, parseReportRow } from "../report/parse-report-row.ts";
import type { CertificateRow, ParticipationRow } from "../report/report-row.ts";
import type { CertificateEvent } from "./certificate-event.ts";
import {
  type CertificateState,
  initialCertificate,
  type KnownCertificate,
} from "./certificate-state.ts";
import { reportCertificate } from "./report-certificate.ts";

/** Tests need tokens that are told apart, not secret ones; 22 characters as the server's. */
export const personToken = (text: string): string => `token-${text}`.padEnd(22, "-");

/** The example certificate, issued on 2026-02-10 and valid until 2029-02-09, with changed cells. */
export function certificateRow(cells: Cells = {}): CertificateRow {
  const parsed = parseReportRow("103010", { ...EXAMPLE_CELLS["103010"], ...cells });
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.row;
}

export function participationRow(cells: Cells = {}): ParticipationRow {
  const parsed = parseReportRow("103011", { ...EXAMPLE_CELLS["103011"], ...cells });
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.row;
}

export const surveillance = (endOn: string, count: number): Cells => ({
  APPR_AC_CODE: "03",
  REPORT_TYPE: "04",
  SUSE_TIMES: String(count),
  APPR_S_DATE: endOn,
  APPR_E_DATE: endOn,
  APP_ASS_DATE: endOn,
  REV_CERTI_FEE: "4000",
  INVOICE_NUM: "HT2026001",
});

const statusChange = (on: string): Cells => ({
  APPR_AC_CODE: "05",
  REPORT_TYPE: "05",
  CHG_DATE: on,
  APP_ASS_DATE: on,
});

export const suspension = (from: string, until: string): Cells => ({
  ...statusChange(from),
  CERTI_STATUS: "02",
  CHG_TYP_CODE: "97_01",
  PAUSE_CAUSE: "0112",
  PAUSE_S_DATE: from,
  PAUSE_E_DATE: until,
});

export const restoration = (on: string): Cells => ({
  ...statusChange(on),
  CERTI_STATUS: "01",
  CHG_TYP_CODE: "97_02",
});

export const withdrawal = (on: string): Cells => ({
  ...statusChange(on),
  CERTI_STATUS: "03",
  CHG_TYP_CODE: "97_03",
  CANCEL_CAUSE: "0115",
  CANCEL_DATE: on,
});

export const cancellation = (on: string): Cells => ({
  ...statusChange(on),
  CERTI_STATUS: "04",
  CHG_TYP_CODE: "97",
  CANCEL_DATE: on,
});

export const expiry = (): Cells => ({
  ...statusChange("2029-02-10"),
  CERTI_STATUS: "05",
  CHG_TYP_CODE: "97_05",
});

export const recertification = (issuedOn: string, until: string): Cells => ({
  APPR_AC_CODE: "02",
  REPORT_TYPE: "02",
  A_AUTH_TIMES: "1",
  SUSE_TIMES: "0",
  IS_CHG_CERTI: "1",
  EXCHANGE_DATE: issuedOn,
  EXCHANGE_CAUSE: "0102",
  O_AWARD_JG: "CNCA-R-2026-901",
  O_CERTI_NUM: "90126Q10001R0S",
  APPR_S_DATE: issuedOn,
  APPR_E_DATE: issuedOn,
  APP_ASS_DATE: issuedOn,
  AWARD_DATE: issuedOn,
  CERTI_E_DATE: until,
});

type Outcome = Decision<CertificateEvent, KnownCertificate>;

export function decideRow(state: CertificateState, cells: Cells): Outcome {
  return reportCertificate(state, certificateRow(cells), { personToken });
}

export function accepted(decision: Outcome): Extract<Outcome, { outcome: "accept" }> {
  assert.equal(decision.outcome, "accept", JSON.stringify(decision));
  if (decision.outcome !== "accept") throw new Error("the assertion above has thrown");
  return decision;
}

/** The certificate after the given rows, each of which must be accepted. */
export function after(...rows: readonly Cells[]): KnownCertificate {
  let state: CertificateState = initialCertificate;
  for (const cells of rows) state = accepted(decideRow(state, cells)).state;
  if (!state.known) throw new Error("give at least one row");
  return state;
}
