export { auditTimeBase } from "./calculators/audit-time-base.ts";
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
