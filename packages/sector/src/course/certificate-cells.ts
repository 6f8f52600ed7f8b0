import { isoOf } from "../calendar.ts";
import type { Client } from "../client.ts";
import type { BodyRun } from "./body-run.ts";
import type { Line } from "./line.ts";

/** Official activity codes (domain facts 5.2). */
export type Activity = "01" | "02" | "03" | "05";
/** 01 new, 02 re-issue, 04 change without re-issue, 05 status change. */
export type ReportType = "01" | "02" | "04" | "05";
export type StatusCode = "01" | "02" | "03" | "04" | "05";

/** What one report says about a certificate beyond what stays the same. */
export interface CertificateReport {
  readonly run: BodyRun;
  readonly line: Line;
  readonly client: Client;
  readonly number: string;
  readonly activity: Activity;
  readonly reportType: ReportType;
  readonly status: StatusCode;
  readonly deciders: readonly string[];
  readonly decidedOn: number;
  /** Cells of the audit, the suspension, the change or the end. */
  readonly cells: Readonly<Record<string, string>>;
}

const CHINA = "156";
const NOT_COMBINED = "00";
const CNAS_MARK = "01";

function holderCells({ line, client }: CertificateReport): Record<string, string> {
  const address = client.address(line.moves);
  return {
    ORG_NAME: client.name,
    ORG_CODE: client.code,
    BEL_INDUSTRY: client.industry.classCode,
    ORG_COUNTRY: CHINA,
    ORG_DISTRICT: client.district,
    ORG_ADDRESS: line.moves === 0 ? address : `${client.address(0)}；${address}`,
    ORG_PEOP_NUM: String(Math.ceil(line.headcount * 1.1)),
    RELA_PEOP_NUM: String(line.headcount),
  };
}

function scopeCells({ line, client }: CertificateReport): Record<string, string> {
  const { scheme } = line;
  const extension = line.extended ? "和售后服务" : "";
  const activities = scheme.letter === "Q" ? "" : "及相关管理活动";
  return {
    AUTH_PROJ_CODE: scheme.itemCode,
    BUSI_SCOP_CODE: client.industry.scopeCode,
    AUTH_PROJ_CODEDEC: scheme.standards,
    IS_MULTI_SCENE: line.childCount > 0 ? "1" : "0",
    ...(line.childCount > 0 && { PLACE_NAME_ADD: `${client.name}：${client.address(line.moves)}` }),
    BUSI_COVER_SCOP: `${client.industry.scope}${extension}${activities}`,
    ACC_SYMBOL: CNAS_MARK,
    REGISTATION_NUM: `C${line.scheme.letter}-X`,
    RISK_PARAM: client.industry.risk,
  };
}

/** A row of table 103010. */
export function certificateCells(report: CertificateReport): Record<string, string> {
  const { run, line } = report;
  const isAudit = report.activity !== "05";
  return {
    RZJG_ID: run.institution.approvalNumber,
    RZJG_KEY_ID: run.institution.branches[line.index % 7] ?? "总部",
    ...holderCells(report),
    FIRST_CERT_DATE: isoOf(line.firstOn),
    CERT_NUMBER: report.number,
    ...scopeCells(report),
    APPR_AC_CODE: report.activity,
    REPORT_TYPE: report.reportType,
    A_AUTH_TIMES: String(line.cycle),
    SUSE_TIMES: String(line.surveillances),
    IS_COMB: NOT_COMBINED,
    CHK_P_LIST: report.deciders.join("；"),
    APP_ASS_DATE: isoOf(report.decidedOn),
    AWARD_DATE: isoOf(line.issuedOn),
    CERTI_E_DATE: isoOf(line.expiresOn),
    CERTI_STATUS: report.status,
    IS_C_CERTI: "0",
    IS_CHG_CERTI: report.reportType === "02" ? "1" : "0",
    IS_OVERFLOW: "0",
    AUDIT_PLAN_NO: `AP${line.sequence}-${line.cycle}`,
    ...(isAudit && {
      REV_CERTI_FEE: String(Math.round(line.baseDays * 3000)),
      INVOICE_NUM: `HT${line.sequence}-${line.cycle}-${line.surveillances}`,
    }),
    ...report.cells,
  };
}
