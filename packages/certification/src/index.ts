export * from "./calendar-date.ts";
export * from "./certificate/certificate-at.ts";
export type * from "./certificate/certificate-event.ts";
export { certificateEvents, type EntryOfLog } from "./certificate/certificate-events.ts";
export * from "./certificate/certificate-facts.ts";
export * from "./certificate/certificate-number.ts";
export {
  type CertificateState,
  ERASED_DECISION_MAKER,
  initialCertificate,
  type KnownCertificate,
  surveillancesInCycle,
} from "./certificate/certificate-state.ts";
export * from "./certificate/deadline-facts.ts";
export { effectiveOnOf, occurredOnOf } from "./certificate/effective-on.ts";
export { evolveCertificate, type ReportMemory } from "./certificate/evolve-certificate.ts";
export * from "./certificate/participation-facts.ts";
export * from "./certificate/report-certificate.ts";
export * from "./certificate/report-participation.ts";
export * from "./certificate/withhold-certificate.ts";
export * from "./client/organisation-code.ts";
export * from "./code-lists.ts";
export * from "./decision.ts";
export * from "./event.ts";
export * from "./event-schemas.ts";
export * from "./institution/approval-number.ts";
export * from "./institution/institution.ts";
export type { LocalText } from "./local-text.ts";
export * from "./project/plan-facts.ts";
export * from "./project/project.ts";
export { EXAMPLE_CELLS } from "./report/example-cells.ts";
export * from "./report/parse-report-row.ts";
export type * from "./report/report-row.ts";
export { isWarning, ROW_PROBLEMS, type RowError, type RowErrorCode } from "./report/row-error.ts";
export type * from "./report/tables/column.ts";
export * from "./report/tables/normalize-cell.ts";
export * from "./report/tables/report-tables.ts";
export {
  type AuditActivity,
  type AuditMode,
  type AuditStage,
  type CertificateStatus,
  type Qualification,
  type ReportType,
  type RiskLevel,
  type Scheme,
  schemeOf,
  type TeamRole,
} from "./report/words.ts";
export { isApprovedCode, type RuleOwner } from "./rule/approved-field.ts";
export * from "./rule/decide-rule.ts";
export { evolveRule } from "./rule/evolve-rule.ts";
export * from "./rule/filed-bundle.ts";
export * from "./rule/hanging.ts";
export type {
  RuleBasis,
  RuleClause,
  RuleContent,
  RuleFile,
  RuleText,
} from "./rule/rule-content.ts";
export type * from "./rule/rule-event.ts";
export * from "./rule/rule-state.ts";
export { type SelfCheckFinding, selfCheckRule } from "./rule/self-check.ts";
export * from "./tolling/pause-deadlines.ts";
