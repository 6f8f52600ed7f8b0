import type { IsoDate } from "../calendar-date.ts";
import type { AuditPlanRow } from "../report/report-row.ts";
import { type AuditMode, type AuditStage, type Scheme, schemeOf } from "../report/words.ts";

/** What rules on AuditPlanReported may ask about. */
export type PlanFacts = {
  readonly scheme: Scheme;
  readonly stage: AuditStage;
  readonly mode: AuditMode | null;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate;
  /** Inspectors, experts not counted. */
  readonly teamSize: number;
  readonly leaderNamed: boolean;
  readonly reportedOn: IsoDate;
  readonly connectedOn: IsoDate;
};

export function factsForPlan(
  row: AuditPlanRow,
  when: { readonly reportedOn: IsoDate; readonly connectedOn: IsoDate },
): PlanFacts {
  return {
    scheme: schemeOf(row.itemCode),
    stage: row.stage,
    mode: row.mode,
    startOn: row.startOn,
    endOn: row.endOn,
    teamSize: row.inspectors.length,
    leaderNamed: row.inspectors.some(({ role }) => role === "leader"),
    reportedOn: when.reportedOn,
    connectedOn: when.connectedOn,
  };
}
