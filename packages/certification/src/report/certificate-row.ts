import { organisationKey } from "../client/organisation-code.ts";
import type { CertificateContent, CertificateRow } from "./report-row.ts";
import { flagOf, listOf, mustTextOf, numberOf, textOf } from "./tables/cell-value.ts";
import type { CellValues, RowContext } from "./tables/column.ts";
import { type CertificateStatus, type ReportType, word } from "./words.ts";

/** Older files may lack the report type; it follows from what else the row says. */
function reportTypeOf(values: CellValues, status: CertificateStatus): ReportType {
  const code = textOf(values, "REPORT_TYPE");
  if (code !== null) return word("reportType", code);
  if (flagOf(values, "IS_CHG_CERTI") === true) return "reissue";
  if (status !== "valid") return "status";
  if (listOf(values, "CHG_TYP_CODE").some((change) => change.startsWith("97"))) return "status";
  return textOf(values, "APPR_AC_CODE") === "05" ? "change" : "new";
}

type Part<Field extends keyof CertificateContent> = Pick<CertificateContent, Field>;

function holderOf(
  values: CellValues,
): Part<
  | "holderName"
  | "holderCode"
  | "holderKey"
  | "industries"
  | "country"
  | "district"
  | "addresses"
  | "headcount"
  | "headcountCovered"
> {
  const holderCode = mustTextOf(values, "ORG_CODE");
  return {
    holderName: mustTextOf(values, "ORG_NAME"),
    holderCode,
    holderKey: organisationKey(holderCode),
    industries: listOf(values, "BEL_INDUSTRY"),
    country: textOf(values, "ORG_COUNTRY"),
    district: textOf(values, "ORG_DISTRICT"),
    addresses: listOf(values, "ORG_ADDRESS"),
    headcount: numberOf(values, "ORG_PEOP_NUM"),
    headcountCovered: numberOf(values, "RELA_PEOP_NUM"),
  };
}

function auditOf(
  values: CellValues,
): Part<
  | "activity"
  | "recertificationCount"
  | "surveillanceCount"
  | "auditStartOn"
  | "auditEndOn"
  | "actualPersonDays"
  | "basePersonDays"
  | "combinedAudit"
  | "decidedOn"
> {
  return {
    activity: word("auditActivity", mustTextOf(values, "APPR_AC_CODE")),
    recertificationCount: numberOf(values, "A_AUTH_TIMES"),
    surveillanceCount: numberOf(values, "SUSE_TIMES"),
    auditStartOn: textOf(values, "APPR_S_DATE"),
    auditEndOn: textOf(values, "APPR_E_DATE"),
    actualPersonDays: numberOf(values, "CHK_PD_NUM"),
    basePersonDays: numberOf(values, "BASE_PD_NUM"),
    combinedAudit: mustTextOf(values, "IS_COMB"),
    decidedOn: mustTextOf(values, "APP_ASS_DATE"),
  };
}

/**
 * CANCEL_* belong to withdrawal (03); for a cancelled certificate (04) they date the cancellation.
 */
function statusOf(
  values: CellValues,
): Part<
  | "status"
  | "suspensionCauses"
  | "suspendedOn"
  | "suspendedUntil"
  | "endCauses"
  | "withdrawnOn"
  | "cancelledOn"
> {
  const status = word("certificateStatus", mustTextOf(values, "CERTI_STATUS"));
  const endedOn = textOf(values, "CANCEL_DATE");
  return {
    status,
    suspensionCauses: listOf(values, "PAUSE_CAUSE"),
    suspendedOn: textOf(values, "PAUSE_S_DATE"),
    suspendedUntil: textOf(values, "PAUSE_E_DATE"),
    endCauses: listOf(values, "CANCEL_CAUSE"),
    withdrawnOn: status === "cancelled" ? null : endedOn,
    cancelledOn: status === "cancelled" ? endedOn : null,
  };
}

function changeOf(
  values: CellValues,
): Part<
  | "child"
  | "mainNumber"
  | "changedOn"
  | "changeTypes"
  | "reissued"
  | "reissuedOn"
  | "reissueCause"
  | "previousInstitution"
  | "previousNumber"
> {
  return {
    child: flagOf(values, "IS_C_CERTI") ?? false,
    mainNumber: textOf(values, "M_CERTI_NUM"),
    changedOn: textOf(values, "CHG_DATE"),
    changeTypes: listOf(values, "CHG_TYP_CODE"),
    reissued: flagOf(values, "IS_CHG_CERTI") ?? false,
    reissuedOn: textOf(values, "EXCHANGE_DATE"),
    reissueCause: textOf(values, "EXCHANGE_CAUSE"),
    previousInstitution: textOf(values, "O_AWARD_JG"),
    previousNumber: textOf(values, "O_CERTI_NUM"),
  };
}

function standingOf(
  values: CellValues,
): Part<
  | "accreditationMarks"
  | "accreditationNumber"
  | "riskLevel"
  | "fee"
  | "contractNumber"
  | "overdueAudit"
  | "auditProgrammeNumber"
  | "overdueCauses"
  | "plannedStartOn"
> {
  const risk = textOf(values, "RISK_PARAM");
  return {
    accreditationMarks: listOf(values, "ACC_SYMBOL"),
    accreditationNumber: textOf(values, "REGISTATION_NUM"),
    riskLevel: risk === null ? null : word("riskLevel", risk),
    fee: numberOf(values, "REV_CERTI_FEE"),
    contractNumber: textOf(values, "INVOICE_NUM"),
    overdueAudit: flagOf(values, "IS_OVERFLOW"),
    auditProgrammeNumber: textOf(values, "AUDIT_PLAN_NO"),
    overdueCauses: listOf(values, "OVERFLOW_CAUSE"),
    plannedStartOn: textOf(values, "PLAN_START"),
  };
}

/** The typed row of checked cells. */
export function certificateRow(values: CellValues, context: RowContext): CertificateRow {
  const status = statusOf(values);
  return {
    institution: textOf(values, "RZJG_ID") ?? context.institution ?? "",
    branch: textOf(values, "RZJG_KEY_ID"),
    number: mustTextOf(values, "CERT_NUMBER"),
    ...holderOf(values),
    firstCertifiedOn: textOf(values, "FIRST_CERT_DATE"),
    itemCode: mustTextOf(values, "AUTH_PROJ_CODE"),
    businessScopes: listOf(values, "BUSI_SCOP_CODE"),
    standards: listOf(values, "AUTH_PROJ_CODEDEC"),
    multiSite: flagOf(values, "IS_MULTI_SCENE"),
    sites: listOf(values, "PLACE_NAME_ADD"),
    scope: textOf(values, "BUSI_COVER_SCOP"),
    reportType: reportTypeOf(values, status.status),
    ...auditOf(values),
    issuedOn: mustTextOf(values, "AWARD_DATE"),
    validUntil: mustTextOf(values, "CERTI_E_DATE"),
    ...status,
    ...changeOf(values),
    ...standingOf(values),
    decisionMakers: listOf(values, "CHK_P_LIST"),
  };
}
