/** The faults that the simulator plants; `pattern` numbers are those of domain facts 7.2. */
export type FaultKind =
  | "double-booking" // F-08
  | "surveillance-overdue" // F-07
  | "person-days-cut" // F-05
  | "decision-maker-in-team" // F-20
  | "stage-one-missing" // F-03
  | "stage-gap-zero" // F-03, stage 2 starts less than 5 days after stage 1
  | "certificates-overload" // F-09
  | "days-overload" // F-09
  | "late-report" // F-28
  | "recertification-after-expiry";

export const FAULT_KINDS: readonly FaultKind[] = [
  "double-booking",
  "surveillance-overdue",
  "person-days-cut",
  "decision-maker-in-team",
  "stage-one-missing",
  "stage-gap-zero",
  "certificates-overload",
  "days-overload",
  "late-report",
  "recertification-after-expiry",
];

/** One planted fault, so that a test can ask whether a rule found it. */
export interface Fault {
  readonly kind: FaultKind;
  readonly approvalNumber: string;
  /** The certificate whose rows show the fault; null when it shows in the plan alone. */
  readonly certificateNumber: string | null;
  readonly planCode: string | null;
  /** Registration number of the auditor at fault, where one person is. */
  readonly auditor: string | null;
  /** Date of the faulty act. */
  readonly occurredOn: string;
  /** What makes it a fault: days, person-days or the certificate it collides with. */
  readonly detail: string;
}

/** Chance of each fault each time it could happen; the comment says when that is. */
export interface FaultRates {
  readonly doubleBooking: number; // each visit
  readonly surveillanceOverdue: number; // each surveillance
  readonly personDaysCut: number; // each audit
  readonly decisionMakerInTeam: number; // each decision
  readonly stageOneMissing: number; // each initial certification
  readonly stageGapZero: number; // each initial certification
  readonly overloadedAuditor: number; // each body: one auditor joins every team
  readonly lateReport: number; // each certificate report
  readonly recertificationAfterExpiry: number; // each recertification
}

export const USUAL_FAULT_RATES: FaultRates = {
  doubleBooking: 0.002,
  surveillanceOverdue: 0.01,
  personDaysCut: 0.01,
  decisionMakerInTeam: 0.005,
  stageOneMissing: 0.01,
  stageGapZero: 0.01,
  overloadedAuditor: 0.1,
  lateReport: 0.02,
  recertificationAfterExpiry: 0.02,
};

export const NO_FAULTS: FaultRates = {
  doubleBooking: 0,
  surveillanceOverdue: 0,
  personDaysCut: 0,
  decisionMakerInTeam: 0,
  stageOneMissing: 0,
  stageGapZero: 0,
  overloadedAuditor: 0,
  lateReport: 0,
  recertificationAfterExpiry: 0,
};
