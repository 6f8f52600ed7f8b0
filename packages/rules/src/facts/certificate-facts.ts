import { always, type FactsOf, nullable, unreported } from "./declaration.ts";

/**
 * From the `DeadlinesPaused` entries that the institution's log held when the act was judged: those
 * for the holder's district that had not ended before the cycle began. Null: none was known, as for
 * acts judged before this was a fact. Written as `notePauses` says; read by `tolled`.
 */
export const PAUSES = nullable(
  "text",
  "已批准的期限暂停",
  "approved pauses of deadlines: day on which the clock stops / day on which it runs again, and of which requirements",
);

/** One row of table 103010, with what its streams said before this row. */
export const CERTIFICATE_FACTS = {
  scheme: always("text", "认证领域", "scheme (QMS, EMS, OHSMS, OTHER)"),
  activity: always(
    "text",
    "认证活动",
    "activity (initial, recertification, surveillance, special, change, other)",
  ),
  reportType: always("text", "报告类型", "report type (new, reissue, change, status)"),
  status: always(
    "text",
    "证书状态",
    "status (valid, suspended, withdrawn, cancelled, expired) after this row",
  ),
  issuedOn: always("date", "颁证日期", "issue date of the certificate"),
  validUntil: always("date", "有效期截止日", "last day of validity"),
  firstCertifiedOn: nullable("date", "初次获证日期", "first certification"),
  auditStartOn: nullable("date", "审核开始日", "first day of the audit"),
  auditEndOn: nullable("date", "审核结束日", "last day of the audit"),
  decidedOn: nullable("date", "认证决定日期", "day of the certification decision"),
  surveillanceCount: nullable(
    "number",
    "报送的监督次数",
    "surveillances in the cycle as reported in the row",
  ),
  recertificationCount: nullable("number", "再认证次数", "recertifications as reported"),
  headcountCovered: nullable("number", "体系覆盖人数", "persons covered by the system"),
  actualPersonDays: nullable(
    "number",
    "实际审核人日",
    "actual person-days, without document review",
  ),
  basePersonDays: nullable("number", "基准审核人日", "base person-days as reported"),
  // Rows of 103011 come after this one, and do not say which days were on site.
  onSiteAuditorDays: unreported(
    "number",
    "审核员现场人日合计",
    "on-site days of auditors and senior auditors in this audit",
  ),
  riskLevel: nullable("text", "风险等级", "risk level (high, medium, low)"),
  combinedAudit: always("flag", "结合审核", "combined with audits of other schemes"),
  mainValidUntil: nullable(
    "date",
    "主证书有效期截止日",
    "last day of the main certificate; null unless this is a child",
  ),
  previousIssuedOn: nullable(
    "date",
    "本周期证书颁证日期",
    "issue date of the running cycle, as known before this row",
  ),
  previousValidUntil: nullable(
    "date",
    "原证书有效期截止日",
    "last day of validity, as known before this row",
  ),
  previousStatus: nullable("text", "原证书状态", "status before this row"),
  previousSuspendedUntil: nullable(
    "date",
    "原暂停截止日",
    "last day of the suspension that was running before this row",
  ),
  lastAuditEndOn: nullable(
    "date",
    "上次监督审核结束日",
    "end of the last surveillance of the cycle before this row; null before the first",
  ),
  surveillancesInCycle: nullable(
    "number",
    "本周期监督次数",
    "surveillances in the cycle that this row continues or ends, including this act; null when its history is not known",
  ),
  suspendedOn: nullable("date", "暂停开始日", "first day of the suspension"),
  suspendedUntil: nullable("date", "暂停截止日", "last day of the suspension"),
  withdrawnOn: nullable("date", "撤销日期", "day of withdrawal"),
  cancelledOn: nullable("date", "注销日期", "day of cancellation"),
  statusChangedOn: nullable("date", "变更日期", "day of the change or change of status"),
  previousDecidedOn: nullable(
    "date",
    "本周期认证决定日期",
    "decision that opened the running cycle, as known before this row",
  ),
  majorVerifiedOn: unreported(
    "date",
    "严重不符合项验证日期",
    "day on which the last major nonconformity of stage 2 was verified as corrected",
  ),
  numberAsWritten: nullable(
    "text",
    "证书编号写法",
    "clean, or what is wrong with the number as reported (blanks, lower-case)",
  ),
  pauses: PAUSES,
  reportedOn: always("date", "报送日期", "day the row was reported"),
  connectedOn: always("date", "接入日期", "day the body was connected here"),
} as const;
export type CertificateFacts = FactsOf<typeof CERTIFICATE_FACTS>;

/** A certificate as it stands on a day: what deadlines are reckoned from. */
export const STANDING_FACTS = {
  scheme: always("text", "认证领域", "scheme (QMS, EMS, OHSMS, OTHER)"),
  status: always("text", "证书状态", "status on the day"),
  issuedOn: always("date", "本周期证书颁证日期", "issue date of the running cycle"),
  validUntil: always("date", "有效期截止日", "last day of validity"),
  lastSurveillanceEndOn: nullable(
    "date",
    "上次监督审核结束日",
    "end of the last surveillance of the cycle; null before the first or when not known",
  ),
  surveillanceCount: nullable(
    "number",
    "报送的监督次数",
    "surveillances in the cycle as reported in the newest row",
  ),
  decidedOn: nullable("date", "本周期认证决定日期", "decision that opened the running cycle"),
  spotCheckNotifiedOn: nullable(
    "date",
    "抽查不合格通报日期",
    "notification of a failed national spot check in scope, not yet followed by an audit",
  ),
  suspendedOn: nullable("date", "暂停开始日", "first day of the running suspension"),
  suspendedUntil: nullable("date", "暂停截止日", "last day of the running suspension"),
} as const;
export type StandingFacts = FactsOf<typeof STANDING_FACTS>;
