export type { SectorRow } from "./course/body-run.ts";
export type { Person } from "./course/roster.ts";
export { DEMO_SECTOR } from "./demo-sector.ts";
export { type Drive, drive, type SectorCommands } from "./drive.ts";
export {
  FAULT_KINDS,
  type Fault,
  type FaultKind,
  type FaultRates,
  NO_FAULTS,
  USUAL_FAULT_RATES,
} from "./fault.ts";
export {
  type ReportFileOptions,
  type WrittenReports,
  writeReportFiles,
} from "./files/write-report-files.ts";
export type { Institution } from "./institution.ts";
export {
  type BodyHistory,
  type Sector,
  type SectorOptions,
  simulateSector,
} from "./simulate-sector.ts";
