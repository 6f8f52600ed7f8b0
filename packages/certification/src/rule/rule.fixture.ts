import type { RuleOwner } from "./approved-field.ts";
import type { RuleContent } from "./rule-content.ts";
import type { FiledInformation } from "./rule-state.ts";

export const OWNER: RuleOwner = {
  approvalNumber: "CNCA-R-2026-901",
  status: "active",
  fields: ["A01", "A02"],
};

export const INFORMATION: FiledInformation = {
  title: "样例服务能力认证规则",
  titleEnglish: null,
  category: "management-system",
  field: "A01",
  number: "SZ-R-001",
  issuer: "样例认证有限公司",
  issuedOn: "2026-01-10",
  updatedOn: null,
  itemCodes: ["A010101"],
  contentHash: "ab".repeat(32),
  contentBytes: 2000,
  isExecutable: false,
};

const text = (zh: string) => ({ zh, en: "" });

/** Complete; the self-check finds nothing. */
export const CONTENT: RuleContent = {
  version: "1",
  title: text("样例服务能力认证规则"),
  category: "management-system",
  field: "A01",
  number: "SZ-R-001",
  issuer: "样例认证有限公司",
  issuedOn: "2026-01-10",
  updatedOn: null,
  inForceFrom: "2026-03-01",
  itemCodes: ["A010101"],
  mark: "",
  basis: [
    {
      number: "SZ/T 1—2026",
      title: "样例服务能力要求",
      issuer: "样例标准协会",
      issuedOn: "2025-12-01",
      access: { kind: "obtainable", how: "向样例标准协会购买" },
    },
  ],
  clauses: [{ number: "1", title: text("范围"), text: text("本规则适用于样例服务。") }],
  commitment: "本机构对本规则的合法性、真实性负责。",
  pack: null,
};
