import { PAUSES } from "./certificate-facts.ts";
import { always, type FactsOf, nullable } from "./declaration.ts";

const SCHEME = always("text", "认证领域", "scheme");

/**
 * What the review of an application found, CNCA-QMS-01:2025 clause 5.1.2. Texts `yes` and `no`
 * stand for answers that may not be known: a flag has no blank to ask about.
 */
export const APPLICATION_FACTS = {
  scheme: SCHEME,
  appliedOn: always("date", "申请日期", "day of the application"),
  legalStatusValid: nullable("flag", "法律地位有效", "the applicant's legal status is valid"),
  licencesValid: nullable(
    "flag",
    "法定许可有效",
    "administrative licences that are required are valid",
  ),
  operatingSince: nullable("date", "体系运行起始日", "day from which the system has run"),
  internalAuditOn: nullable("date", "内部审核日期", "day of the last internal audit"),
  managementReviewOn: nullable("date", "管理评审日期", "day of the last management review"),
  earlierSuspendedOn: nullable(
    "date",
    "原证书暂停日期",
    "first day of an earlier certificate's suspension for the applicant's own reasons",
  ),
  earlierWithdrawnOn: nullable(
    "date",
    "原证书撤销日期",
    "day of an earlier certificate's withdrawal for the applicant's own reasons",
  ),
  earlierCancelledOn: nullable(
    "date",
    "原证书注销日期",
    "day of an earlier certificate's cancellation",
  ),
  withdrawnBecauseLapsed: nullable(
    "text",
    "因暂停期满撤销",
    "yes when it was withdrawn because its suspension ran out",
  ),
  suspendedThenExpired: nullable(
    "text",
    "暂停未恢复至到期",
    "yes when it was suspended, not restored, and expired",
  ),
  formerBodyRevokedOn: nullable(
    "date",
    "原发证机构资质撤销日期",
    "day on which the former body lost its qualification",
  ),
  stopOrderInForce: nullable("flag", "被责令停业整顿", "an order to stop business is in force"),
  dishonestyListed: nullable(
    "flag",
    "列入严重失信名单",
    "listed for serious dishonesty in the national systems",
  ),
  safetyDishonestyListed: nullable(
    "flag",
    "列入安全生产严重失信名单",
    "listed for serious dishonesty in work safety",
  ),
  majorAccidentOn: nullable(
    "date",
    "重大事故停产日期",
    "day of the last major accident that led to a stop order",
  ),
  majorAccidentKnownNone: nullable(
    "text",
    "近一年无重大事故",
    "yes when it is known that there was none",
  ),
  violationContinuing: nullable(
    "flag",
    "范围内存在故意或持续违法",
    "an intentional or continuing violation within the scope",
  ),
  spotCheckFailedOn: nullable(
    "date",
    "国家监督抽查不合格日期",
    "day of the last failed national spot check of a product in scope",
  ),
  spotCheckCorrected: nullable(
    "text",
    "抽查不合格已整改",
    "yes when it was corrected as prescribed",
  ),
  consultedUntil: nullable(
    "date",
    "本机构提供咨询或内审的截止日",
    "last day on which the body or the person gave consulting or internal audits",
  ),
} as const;
export type ApplicationFacts = FactsOf<typeof APPLICATION_FACTS>;

/** A contract with a client, clause 5.3. */
export const CONTRACT_FACTS = {
  scheme: SCHEME,
  signedOn: always("date", "合同签订日期", "day of signing"),
  paidBy: nullable("text", "付款方", "who pays the fee (client, third-party)"),
  transferFiledOn: nullable(
    "date",
    "转换备案日期",
    "day of filing the transfer of a certificate; null when it is none or not filed",
  ),
  isTransfer: nullable("text", "属证书转换", "yes when a certificate comes from another body"),
  workingHoursPerDay: nullable(
    "number",
    "每人日小时数",
    "hours that the contract counts as one person-day",
  ),
} as const;
export type ContractFacts = FactsOf<typeof CONTRACT_FACTS>;

/** A product in scope failed a national spot check, clause 5.9.3. */
export const SPOT_CHECK_FACTS = {
  scheme: SCHEME,
  national: always("flag", "国家监督抽查", "a national spot check"),
  inScope: always("flag", "在认证范围内", "the product is in the certified scope"),
  notifiedOn: always("date", "监管部门通报日期", "day of the regulator's notification"),
  auditedOn: nullable(
    "date",
    "短时通知审核开始日",
    "first day of the short-notice audit that followed",
  ),
  pauses: PAUSES,
  reportedOn: always("date", "报送日期", "day up to which acts are known"),
} as const;
export type SpotCheckFacts = FactsOf<typeof SPOT_CHECK_FACTS>;
