import { isoOf } from "../calendar.ts";
import type { Client } from "../client.ts";
import type { BodyRun } from "./body-run.ts";
import type { Line, Visit, VisitKind } from "./line.ts";

/** Official stage codes (domain facts 5.2). */
export const STAGE_CODE: Readonly<Record<VisitKind, string>> = {
  "stage-one": "0101",
  "stage-two": "0102",
  surveillance: "03",
  recertification: "0201",
};

const ENDS_AT_NOON = "12:00:00";
const ENDS_IN_THE_EVENING = "17:00:00";

export const visitStart = (visit: Visit): string => `${isoOf(visit.start)} 08:00:00`;
export const visitEnd = (visit: Visit): string =>
  `${isoOf(visit.end)} ${visit.halfDays % 2 === 1 ? ENDS_AT_NOON : ENDS_IN_THE_EVENING}`;

interface Planned {
  readonly run: BodyRun;
  readonly line: Line;
  readonly visit: Visit;
  readonly client: Client;
  readonly code: string;
}

/** A row of table 102010. People: identity number, name, role, phone; the leader stands first. */
export function planCells({ run, line, visit, client, code }: Planned): Record<string, string> {
  const people = visit.team.map((auditor, index) =>
    [auditor.identityNumber, auditor.name, index === 0 ? "组长" : "组员", auditor.phone].join("，"),
  );
  return {
    RZJG_ID: run.institution.approvalNumber,
    AUDIT_PLAN_CODE: code,
    AUDIT_ACT_TYPE: STAGE_CODE[visit.kind],
    AUDIT_MODE: "FS01",
    AUDIT_START_DATE: visitStart(visit),
    AUDIT_END_DATE: visitEnd(visit),
    AUDIT_INSPECTOR: people.join("；"),
    ORG_DISTRICT: client.district,
    ORG_CODE: client.code,
    ORG_NAME: client.name,
    ORG_CONTACT_PERSON: client.contact,
    ORG_CONTACT_WAY: client.phone,
    ORG_ADDRESS: client.address(line.moves),
    AUTH_PROJ_CODE: line.scheme.itemCode,
  };
}
