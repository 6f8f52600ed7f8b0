import type { IsoDate } from "../calendar-date.ts";
import { type ActKeys, actKey, contentKey, type Memory, remember } from "../content-key.ts";
import { type Decision, type PersonalField, personalField } from "../decision.ts";
import { type RepeatRefusal, repeatOf } from "../repeated-row.ts";
import type { AuditPlanRow, PlannedPerson } from "../report/report-row.ts";
import type { TeamRole } from "../report/words.ts";

type PersonalColumn = "inspectors" | "experts" | "contactNames" | "contactPhones" | "remark";

/** A plan without its people; only their roles stay. */
export type AuditPlanData = Omit<AuditPlanRow, PersonalColumn> & {
  readonly inspectors: readonly { readonly role: TeamRole }[];
  readonly experts: readonly { readonly role: TeamRole }[];
};

export type AuditPlanReported = {
  readonly type: "AuditPlanReported";
  readonly schema: 1;
  /** First planned day of the audit. */
  readonly occurredOn: IsoDate;
  readonly data: AuditPlanData;
};

/** All plans for one organisation and scheme. */
export type ProjectState = {
  readonly institution: string | null;
  readonly lastPlanNumber: string | null;
  readonly lastPlannedStartOn: IsoDate | null;
  /** Of its plans, by their numbers; 18 bytes a plan, so some 40 in a year of two audits. */
  readonly plans: Memory;
};

export const initialProject: ProjectState = {
  institution: null,
  lastPlanNumber: null,
  lastPlannedStartOn: null,
  plans: [],
};

/**
 * One commitment per person: a person is erased whole, and nothing of a plan's people is public.
 */
function peopleOf(kind: "inspector" | "expert", people: readonly PlannedPerson[]): PersonalField[] {
  return people.flatMap(({ name, identityCode, registrationNumber, phone }, i) =>
    personalField(
      `${kind}.${i}`,
      JSON.stringify([name, identityCode, registrationNumber, phone]),
      "restricted",
    ),
  );
}

function contactsOf({ contactNames, contactPhones }: AuditPlanRow): PersonalField[] {
  const count = Math.max(contactNames.length, contactPhones.length);
  return Array.from({ length: count }, (_, i) =>
    JSON.stringify([contactNames[i] ?? null, contactPhones[i] ?? null]),
  ).flatMap((contact, i) => personalField(`contact.${i}`, contact, "restricted"));
}

function personalOf(row: AuditPlanRow): PersonalField[] {
  return [
    ...contactsOf(row),
    ...peopleOf("expert", row.experts),
    ...peopleOf("inspector", row.inspectors),
    // Free text may name people, so it has to be erasable.
    ...personalField("remark", row.remark, "public"),
  ];
}

function dataOf(row: AuditPlanRow): AuditPlanData {
  const { inspectors, experts, contactNames: _n, contactPhones: _p, remark: _r, ...data } = row;
  const rolesOf = (people: readonly PlannedPerson[]) => people.map(({ role }) => ({ role }));
  return { ...data, inspectors: rolesOf(inspectors), experts: rolesOf(experts) };
}

/** Without `memory` (replay from the log alone) a plan sent again is recorded once more. */
export function evolveProject(
  state: ProjectState,
  event: AuditPlanReported,
  memory?: ActKeys,
): ProjectState {
  return {
    institution: event.data.institution,
    lastPlanNumber: event.data.planNumber,
    lastPlannedStartOn: event.data.startOn,
    plans: memory === undefined ? state.plans : remember(state.plans, memory),
  };
}

/** The same plan number again with other content is the amended plan. */
export function reportPlan(
  state: ProjectState,
  row: AuditPlanRow,
  { personToken }: { readonly personToken: (identifier: string) => string },
): Decision<AuditPlanReported, ProjectState, RepeatRefusal> {
  const personal = personalOf(row);
  const data = dataOf(row);
  const tokens = personal.map(({ name, value }) => [name, personToken(value)]);
  const memory = { act: actKey(row.planNumber), content: contentKey([data, tokens]) };
  const repeated = repeatOf(state.plans, memory);
  if (repeated !== null) return repeated;
  const event: AuditPlanReported = {
    type: "AuditPlanReported",
    schema: 1,
    occurredOn: row.startOn,
    data,
  };
  return { outcome: "accept", event, personal, state: evolveProject(state, event, memory) };
}
