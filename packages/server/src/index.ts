export {
  erase as eraseAccount,
  recover as recoverAccount,
} from "./application/accounts/account-care.ts";
export {
  addDemoPerson,
  type DemoPerson,
  newSignInLink,
} from "./application/accounts/demo-people.ts";
export { invite } from "./application/accounts/members/members.ts";
export {
  type ProofResult,
  proveAbsence,
  proveCertificate,
} from "./application/certificates/prove-certificate.ts";
export { foldNumber } from "./application/certificates/search-text.ts";
export { changeWithholding } from "./application/certificates/withhold.ts";
export { chinaDate } from "./application/clock.ts";
export { CodedError } from "./application/coded-error.ts";
export type { ImportRequest } from "./application/imports/import-runs.ts";
export {
  type ImportProgress,
  type ImportResult,
  runImport,
} from "./application/imports/run-import.ts";
export {
  changeStatusOfInstitution,
  type StatusChange,
} from "./application/institutions/change-institution-status.ts";
export {
  connectInstitution,
  type Registration,
} from "./application/institutions/register-institution.ts";
export type { SweepChange } from "./application/obligations/open-obligation.ts";
export type { SweepReport } from "./application/obligations/sweep-obligations.ts";
export type { AskedPerson } from "./application/persons/choose-person.ts";
export {
  type Erased,
  type ErasureRefusal,
  eraseAgain,
  erasePerson,
  type PersonErased,
} from "./application/persons/erase-person.ts";
export {
  type ErasureRecord,
  erasureRecordText,
  readErasureRecord,
} from "./application/persons/erasure-record.ts";
export type {
  WhatIfCase,
  WhatIfCount,
  WhatIfJob,
  WhatIfRun,
  WhatIfTally,
} from "./application/what-if/what-if-job.ts";
export type { WhatIfProgress } from "./application/what-if/what-if-runner.ts";
export {
  addDemoDraft,
  addDemoRule,
  cancelDemoRule,
  type DemoRule,
} from "./compose/demo-rules.ts";
export { fsckPlatform } from "./compose/fsck-platform.ts";
export {
  loadCalculators,
  loadRulePacks,
  openPlatform,
  type Platform,
  type PlatformOptions,
  type PublishedCalculator,
  readRuleTranslations,
} from "./compose/platform.ts";
export { restorePlatform } from "./compose/restore-platform.ts";
export { builtPortal, type RunningServer, serve } from "./compose/serve.ts";
export { sweepPlatform, trySweep } from "./compose/sweep.ts";
export {
  beginOperatorWhatIf,
  type OperatorTry,
  unfinishedOperatorWhatIf,
  whatIfPartsOf,
} from "./compose/what-if-platform.ts";
export { createDurably } from "./durable-file.ts";
export type { RestoreRefusal } from "./ledger/restore/cannot-restore.ts";
export type { RestoredLog } from "./ledger/restore/restore-logs.ts";
export type { RestoreProgress } from "./ledger/restore/restore-parts.ts";
export { BACKUP_RESTORED } from "./ledger/sign-guard.ts";
export { notWritable } from "./not-writable.ts";
