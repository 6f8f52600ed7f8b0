import type { IsoDate } from "../calendar-date.ts";
import { planPrefixOf } from "../institution/approval-number.ts";
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
  /** Whether the first seven characters of the number are as recommended. */
  readonly planNumberFits: "yes" | "no" | null;
  readonly reportedOn: IsoDate;
  readonly connectedOn: IsoDate;
};

const PREFIX_LENGTH = 7;

function planNumberFits({ institution, planNumber }: AuditPlanRow): "yes" | "no" | null {
  const prefix = planPrefixOf(institution);
  if (prefix === null) return null;
  return planNumber.startsWith(prefix) && planNumber.length >= PREFIX_LENGTH ? "yes" : "no";
}

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
    planNumberFits: planNumberFits(row),
    reportedOn: when.reportedOn,
    connectedOn: when.connectedOn,
  };
}
