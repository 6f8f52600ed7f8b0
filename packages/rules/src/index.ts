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
export { addWorkingDays } from "./calendar/working-days.ts";
export { type Deadline, deadlinesOf } from "./deadlines.ts";
export { describePack } from "./describe-pack.ts";
export { type Explanation, explain } from "./explain.ts";
export type { ParticipationFacts, PlanFacts } from "./facts/audit-facts.ts";
export type { CertificateFacts, StandingFacts } from "./facts/certificate-facts.ts";
export type { Facts, FactValue, LocalText } from "./facts/declaration.ts";
export { ACT_TYPES, type ActType, STANDING_VOCABULARY, VOCABULARY } from "./facts/vocabulary.ts";
export {
  type Judged,
  type JudgedAct,
  judge,
  type Outcome,
  type RecordedVerdict,
} from "./judge.ts";
export { type LoadedPack, loadPack } from "./load-pack.ts";
export type { Pack } from "./pack.ts";
export type { PackError, PackErrorCode } from "./pack-error.ts";
