export { type AuditTimeInput, type AuditTimeResult, auditTime } from "./calculators/audit-time.ts";
export { auditTimeBase } from "./calculators/audit-time-base.ts";
export {
  CALCULATION_INPUTS,
  type CalculationResult,
  calculate,
} from "./calculators/calculate.ts";
export type {
  Calculation,
  CalculationRefusalCode,
  DoubtCode,
  Line as CalculationLine,
} from "./calculators/calculation.ts";
export type { Calculator } from "./calculators/calculator-document.ts";
export type { CalculatorError, CalculatorErrorCode } from "./calculators/calculator-error.ts";
export {
  type IntegratedAuditTimeInput,
  type IntegratedAuditTimeResult,
  integratedAuditTime,
} from "./calculators/integrated-audit-time.ts";
export { type LoadedCalculator, loadCalculator } from "./calculators/load-calculator.ts";
export {
  type MultiSiteInput,
  type MultiSiteResult,
  multiSiteSample,
} from "./calculators/multi-site-sample.ts";
export {
  type TransferInput,
  type TransferResult,
  transferEligibility,
} from "./calculators/transfer-eligibility.ts";
export type { VectorsDocument } from "./calculators/vectors-document.ts";
export { addMonths, daysBetween, monthsBetween, reportDeadline } from "./calendar/dates.ts";
export {
  type HolidayList,
  type HolidayListError,
  type LoadedHolidayList,
  loadHolidayList,
} from "./calendar/holiday-list.ts";
export type { PeriodKind } from "./calendar/period-kind.ts";
export { PERIODS, type Period, periodOf } from "./calendar/periods.ts";
export {
  addWorkingDays,
  type WorkingCalendar,
  workingCalendar,
} from "./calendar/working-days.ts";
export { type LoadedPack, loadPack } from "./compile/load-pack.ts";
export {
  checkOverlaps,
  type LoadedPacks,
  loadPacks,
  type PackTexts,
  type PlacedError,
} from "./compile/load-packs.ts";
export { type FactNeed, needsOf, standingNeedsOf } from "./compile/needs.ts";
export { type ParameterValues, withParameters } from "./compile/with-parameters.ts";
export { describePack } from "./describe-pack.ts";
export { type Explanation, explain } from "./explain.ts";
export type {
  ApplicationFacts,
  ContractFacts,
  SpotCheckFacts,
} from "./facts/application-facts.ts";
export type { ParticipationFacts, PlanFacts, SignInFacts } from "./facts/audit-facts.ts";
export type { CertificateFacts, StandingFacts } from "./facts/certificate-facts.ts";
export type { Facts, FactValue, LocalText } from "./facts/declaration.ts";
export type { BodyFacts, FilingFacts } from "./facts/institution-facts.ts";
export type { BodyChangeFacts, EngagementFacts } from "./facts/person-facts.ts";
export {
  ACT_TYPES,
  type ActType,
  factLabel,
  SCHEMES,
  type Scheme,
  STANDING_VOCABULARY,
  VOCABULARY,
} from "./facts/vocabulary.ts";
export { type InputIssue, inputMistake } from "./input-mistake.ts";
export {
  type Judged,
  type JudgedAct,
  judge,
  type Outcome,
  type RecordedVerdict,
} from "./judge.ts";
export { type ApprovedPause, notePauses } from "./obligations/noted-pauses.ts";
export {
  type Obligation,
  type ObligationState,
  type ObligationsGiven,
  obligationsOf,
} from "./obligations/obligations.ts";
export {
  type Clock,
  type Pause,
  type PauseSubject,
  type Tolled,
  toll,
} from "./obligations/tolling.ts";
export {
  type ClauseChange,
  type ComparedVersion,
  diffPacks,
  diffVersions,
  executableOf,
  type FieldChange,
  type ItemChange,
  type VersionDiff,
} from "./pack/diff-versions.ts";
export type { Pack } from "./pack/pack.ts";
export type { PackError, PackErrorCode } from "./pack/pack-error.ts";
export { examplesSchema, packSchema } from "./pack/pack-schema.ts";
export { type Allowed, allowedIn } from "./pack/parameter-unit.ts";
export { loadRuleSources, type RuleSources, sourcesNamedIn } from "./rule-sources.ts";
export { loadRuleTranslations, type RuleTranslations } from "./rule-translations.ts";
export { type Compared, type Differing, documentOf, type WhatIf, whatIf } from "./what-if.ts";
