import type { BodyRun } from "./body-run.ts";
import type { Visit } from "./line.ts";
import { STAGE_CODE, visitEnd, visitStart } from "./plan-cells.ts";
import type { Auditor } from "./roster.ts";

interface Participation {
  readonly run: BodyRun;
  readonly number: string;
  readonly visit: Visit;
  readonly auditor: Auditor;
}

/** A row of table 103011: one person in one stage. */
export function participationCells({ run, number, visit, auditor }: Participation) {
  const isLeader = visit.team[0] === auditor;
  return {
    RZJG_ID: run.institution.approvalNumber,
    CERT_NUMBER: number,
    APPR_STAGE: STAGE_CODE[visit.kind],
    APPR_S_DATE: visitStart(visit),
    APPR_E_DATE: visitEnd(visit),
    FULL_NAME: auditor.name,
    IDENTITY_CODE: "01",
    ID_CODE: auditor.identityNumber,
    APPR_M_ROLE: isLeader ? "01" : "02",
    QUA_CODE: auditor.senior ? "01" : "02",
    APT_CERTI_NUM: auditor.registrationNumber,
    IS_PROF_M: isLeader ? "1" : "0",
    IS_SPECIAL: auditor.fullTime ? "1" : "0",
    OBSERVER_FLAG: "0",
  };
}
