import { always, type FactsOf, nullable } from "./declaration.ts";

/** A certification body as it stands on a day. */
export const BODY_FACTS = {
  scheme: always("text", "认证领域", "scheme; OTHER when the matter belongs to none"),
  reviewedOn: always("date", "核查日期", "day of the review"),
  fullTimePersons: nullable(
    "number",
    "专职认证人员数",
    "full-time certification persons in the field",
  ),
  capitalCny: nullable("number", "注册资本", "registered capital, CNY"),
  professionalAuditorsLeast: nullable(
    "number",
    "各业务范围专业审核员最少人数",
    "auditors of the professional field in the business scope that has the fewest",
  ),
  feesPublished: nullable("flag", "收费已公开", "fees are public"),
  rulesPublished: nullable("flag", "规则已公开", "rules are public"),
  linkedToClient: nullable(
    "flag",
    "与客户有资产或管理利益关系",
    "an asset or management interest relation with a client",
  ),
  qualityResponsibleNamed: nullable(
    "flag",
    "已任命质量负责人",
    "a quality-responsible person is appointed",
  ),
} as const;
export type BodyFacts = FactsOf<typeof BODY_FACTS>;

/** Something that a body has to file or report within days of its happening. */
export const FILING_FACTS = {
  scheme: always("text", "认证领域", "scheme; OTHER when the matter belongs to none"),
  matter: always(
    "text",
    "备案事项",
    "matter (foreign-accreditation, foreign-subcontract, record-changed, rule-used, other)",
  ),
  happenedOn: always("date", "发生日期", "day on which it happened"),
  filedOn: nullable("date", "备案日期", "day of filing; null when not filed"),
  reportedOn: always("date", "报送日期", "day up to which acts are known"),
} as const;
export type FilingFacts = FactsOf<typeof FILING_FACTS>;
