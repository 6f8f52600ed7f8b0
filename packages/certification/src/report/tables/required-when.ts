import { flagOf, listOf, textOf } from "./cell-value.ts";
import type { CellValues, Required } from "./column.ts";

const is = (field: string, code: string) => (values: CellValues) => textOf(values, field) === code;

const carriesCnasMark = (values: CellValues): boolean =>
  listOf(values, "ACC_SYMBOL").includes("01");

/**
 * Items for which the template demands a risk level: quality, environment, safety, information
 * security.
 */
const RISK_RATED = /^A0[1235]/;
const FEE_ACTIVITIES = new Set(["01", "02", "03", "06"]);

/** Conditions of table 103010, exactly as its template words them (S-61). */
export const WHEN_SUSPENDED: Required = {
  when: { zh: "证书状态为 02 暂停", en: "CERTI_STATUS is 02 suspended" },
  applies: is("CERTI_STATUS", "02"),
};

export const WHEN_WITHDRAWN: Required = {
  when: { zh: "证书状态为 03 撤销", en: "CERTI_STATUS is 03 withdrawn" },
  applies: is("CERTI_STATUS", "03"),
};

export const WHEN_CHANGED: Required = {
  when: {
    zh: "审核活动为 05 变更或报告类型为 05 状态变化",
    en: "APPR_AC_CODE is 05 change or REPORT_TYPE is 05 status change",
  },
  applies: (values) => is("APPR_AC_CODE", "05")(values) || is("REPORT_TYPE", "05")(values),
};

export const WHEN_REISSUED: Required = {
  when: { zh: "报告类型为 02 换证", en: "REPORT_TYPE is 02 re-issue" },
  applies: is("REPORT_TYPE", "02"),
};

export const WHEN_CHILD: Required = {
  when: { zh: "子证书标志为 1", en: "IS_C_CERTI is 1" },
  applies: (values) => flagOf(values, "IS_C_CERTI") === true,
};

export const WHEN_RISK_RATED: Required = {
  when: {
    zh: "带 CNAS 标志的质量、环境、职业健康安全或信息安全管理体系证书",
    en: "a QMS, EMS, OHSMS or ISMS certificate carries the CNAS mark",
  },
  applies: (values) =>
    carriesCnasMark(values) && RISK_RATED.test(textOf(values, "AUTH_PROJ_CODE") ?? ""),
};

export const WHEN_FEE_DUE: Required = {
  when: { zh: "审核活动为 01、02、03 或 06", en: "APPR_AC_CODE is 01, 02, 03 or 06" },
  applies: (values) => FEE_ACTIVITIES.has(textOf(values, "APPR_AC_CODE") ?? ""),
};

export const WHEN_CNAS: Required = {
  when: { zh: "证书带 CNAS 标志", en: "the certificate carries the CNAS mark" },
  applies: carriesCnasMark,
};

export const WHEN_OVERDUE: Required = {
  when: { zh: "超期审核标志为 1", en: "IS_OVERFLOW is 1" },
  applies: (values) => flagOf(values, "IS_OVERFLOW") === true,
};
