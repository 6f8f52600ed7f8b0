import type { ReportColumn, ReportTable } from "./column.ts";

const hidden = { public: false } as const;
const PEOPLE_NOTE = {
  zh: "子项：证件号码，姓名，组内身份，联系电话；组长在首位。2021年9月15日前的文件为注册号",
  en: "sub-fields: number，name，role，phone; leader first. Before 15 Sep 2021: registration number",
};

const COLUMNS: readonly ReportColumn[] = [
  {
    field: "AUDIT_PLAN_CODE",
    label: { zh: "审核计划编号", en: "audit plan number" },
    type: "code",
    maxLength: 50,
    required: "always",
    ...hidden,
  },
  {
    field: "AUDIT_ACT_TYPE",
    label: { zh: "审核阶段", en: "audit stage" },
    type: "code",
    codes: "auditStage",
    required: "always",
    ...hidden,
  },
  {
    field: "AUDIT_MODE",
    label: { zh: "审核方式", en: "audit mode" },
    type: "code",
    codes: "auditMode",
    required: "optional",
    unconfirmed: true,
    note: {
      zh: "2021年9月15日起增加；官方字段名未见，早期文件没有此列，故不强制",
      en: "added on 15 Sep 2021; official name not seen; absent from older files, so not demanded",
    },
    ...hidden,
  },
  {
    field: "AUDIT_START_DATE",
    label: { zh: "审核开始时间", en: "start of the audit" },
    type: "moment",
    required: "always",
    ...hidden,
  },
  {
    field: "AUDIT_END_DATE",
    label: { zh: "审核结束时间", en: "end of the audit" },
    type: "moment",
    required: "always",
    ...hidden,
  },
  {
    field: "AUDIT_INSPECTOR",
    label: { zh: "审核组成员", en: "audit team" },
    type: "people",
    maxLength: 2000,
    required: "always",
    note: PEOPLE_NOTE,
    ...hidden,
  },
  {
    field: "AUDIT_INSPECT_ZJ",
    label: { zh: "技术专家", en: "technical experts" },
    type: "people",
    maxLength: 2000,
    required: "optional",
    unconfirmed: true,
    note: {
      zh: "子项格式未见，按审核组成员处理",
      en: "sub-fields not seen; read like the audit team",
    },
    ...hidden,
  },
  {
    field: "ORG_DISTRICT",
    label: { zh: "组织所在行政区划", en: "district of the organisation" },
    type: "district",
    required: "optional",
    ...hidden,
  },
  {
    field: "ORG_CODE",
    label: { zh: "组织代码", en: "organisation code" },
    type: "organisation-code",
    maxLength: 20,
    required: "always",
    ...hidden,
  },
  {
    field: "ORG_NAME",
    label: { zh: "组织名称", en: "organisation name" },
    type: "text",
    maxLength: 300,
    required: "always",
    ...hidden,
  },
  {
    field: "ORG_CONTACT_PERSON",
    label: { zh: "组织联系人", en: "contact person" },
    type: "text",
    multi: true,
    maxLength: 300,
    required: "optional",
    ...hidden,
  },
  {
    field: "ORG_CONTACT_WAY",
    label: { zh: "联系方式", en: "contact number" },
    type: "text",
    multi: true,
    maxLength: 300,
    required: "optional",
    ...hidden,
  },
  {
    field: "ORG_ADDRESS",
    label: { zh: "实际受审核地址", en: "address actually audited" },
    type: "text",
    maxLength: 450,
    required: "optional",
    ...hidden,
  },
  {
    field: "AUTH_PROJ_CODE",
    label: { zh: "认证项目代码", en: "certification item code" },
    type: "item-code",
    maxLength: 10,
    required: "always",
    ...hidden,
  },
  {
    field: "REMARK",
    label: { zh: "备注", en: "remark" },
    type: "text",
    maxLength: 1000,
    required: "optional",
    public: true,
  },
  {
    field: "RZJG_ID",
    label: { zh: "认证机构批准号", en: "approval number of the body" },
    type: "approval-number",
    maxLength: 30,
    required: {
      when: { zh: "上报时未指明机构", en: "the institution is not named with the report" },
      applies: (_, { institution }) => institution === undefined,
    },
    unconfirmed: true,
    note: {
      zh: "2021年9月15日起不再包含；早期字段名按另两张表推定",
      en: "removed on 15 Sep 2021; its earlier name is assumed from the other two tables",
    },
    ...hidden,
  },
];

/** 102010, one row per planned audit. Layout since 15 Sep 2021 (S-36); field names from S-61. */
export const AUDIT_PLAN_TABLE: ReportTable = {
  id: "102010",
  title: { zh: "审核计划信息", en: "audit plans" },
  columns: COLUMNS,
};
