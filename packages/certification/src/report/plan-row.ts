import { dateOf } from "../calendar-date.ts";
import { organisationKey } from "../client/organisation-code.ts";
import { isRegistrationNumber } from "./parse-people.ts";
import type { AuditPlanRow, PlannedPerson } from "./report-row.ts";
import { listOf, mustTextOf, type PersonCell, peopleOf, textOf } from "./tables/cell-value.ts";
import type { CellValues, RowContext } from "./tables/column.ts";
import { teamRole, word } from "./words.ts";

function plannedPerson({ number, name, role, phone }: PersonCell): PlannedPerson {
  const registered = number !== null && isRegistrationNumber(number);
  return {
    name,
    identityCode: registered ? null : number,
    registrationNumber: registered ? number : null,
    role: teamRole(role),
    phone,
  };
}

/** The typed row of checked cells. */
export function planRow(values: CellValues, context: RowContext): AuditPlanRow {
  const mode = textOf(values, "AUDIT_MODE");
  const startAt = mustTextOf(values, "AUDIT_START_DATE");
  const endAt = mustTextOf(values, "AUDIT_END_DATE");
  const holderCode = mustTextOf(values, "ORG_CODE");
  return {
    institution: textOf(values, "RZJG_ID") ?? context.institution ?? "",
    planNumber: mustTextOf(values, "AUDIT_PLAN_CODE"),
    stage: word("auditStage", mustTextOf(values, "AUDIT_ACT_TYPE")),
    mode: mode === null ? null : word("auditMode", mode),
    startOn: dateOf(startAt),
    endOn: dateOf(endAt),
    startAt,
    endAt,
    inspectors: peopleOf(values, "AUDIT_INSPECTOR").map(plannedPerson),
    experts: peopleOf(values, "AUDIT_INSPECT_ZJ").map(plannedPerson),
    district: textOf(values, "ORG_DISTRICT"),
    holderCode,
    holderKey: organisationKey(holderCode),
    holderName: mustTextOf(values, "ORG_NAME"),
    contactNames: listOf(values, "ORG_CONTACT_PERSON"),
    contactPhones: listOf(values, "ORG_CONTACT_WAY"),
    auditedAddress: textOf(values, "ORG_ADDRESS"),
    itemCode: mustTextOf(values, "AUTH_PROJ_CODE"),
    remark: textOf(values, "REMARK"),
  };
}
