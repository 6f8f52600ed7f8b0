import type { IsoDate } from "../calendar-date.ts";
import { type Decision, refuse, UNCHANGED } from "../decision.ts";
import { isApprovalNumber } from "./approval-number.ts";

export type InstitutionStatus = "active" | "suspended" | "withdrawn" | "cancelled";

export type InstitutionDetails = {
  readonly approvalNumber: string;
  readonly name: string;
  readonly nameEnglish: string | null;
  /** Approved fields, as the first characters of certification item codes: `A01`, `C`. */
  readonly fields: readonly string[];
  readonly branches: readonly string[];
  readonly status: InstitutionStatus;
};

export type InstitutionRegistered = {
  readonly type: "InstitutionRegistered";
  readonly schema: 1;
  readonly occurredOn: IsoDate;
  readonly data: InstitutionDetails;
};

export type InstitutionStatusChanged = {
  readonly type: "InstitutionStatusChanged";
  readonly schema: 1;
  readonly occurredOn: IsoDate;
  readonly data: {
    readonly approvalNumber: string;
    readonly status: InstitutionStatus;
    readonly reason: string | null;
  };
};

export type InstitutionEvent = InstitutionRegistered | InstitutionStatusChanged;

export type InstitutionState =
  | { readonly known: false }
  | ({ readonly known: true; readonly statusSince: IsoDate } & InstitutionDetails);

type Known = Extract<InstitutionState, { known: true }>;

export const initialInstitution: InstitutionState = { known: false };

/** Applies one recorded event; one that cannot follow means a corrupt stream. */
export function evolveInstitution(state: InstitutionState, event: InstitutionEvent): Known {
  switch (event.type) {
    case "InstitutionRegistered":
      if (state.known) throw new Error("an institution is registered once");
      return { known: true, ...event.data, statusSince: event.occurredOn };
    case "InstitutionStatusChanged":
      if (!state.known) throw new Error("only a registered institution changes its status");
      return { ...state, status: event.data.status, statusSince: event.occurredOn };
  }
}

export type RegisterInstitution = {
  readonly registeredOn: IsoDate;
  readonly approvalNumber: string;
  readonly name: string;
  readonly nameEnglish?: string | null;
  readonly fields?: readonly string[];
  readonly branches?: readonly string[];
  readonly status?: InstitutionStatus;
};

function isSame(state: Known, details: InstitutionDetails): boolean {
  return (
    state.name === details.name &&
    state.nameEnglish === details.nameEnglish &&
    state.fields.join(";") === details.fields.join(";") &&
    state.branches.join(";") === details.branches.join(";")
  );
}

export function registerInstitution(
  state: InstitutionState,
  command: RegisterInstitution,
): Decision<
  InstitutionRegistered,
  InstitutionState,
  "approval-number-malformed" | "institution-already-registered"
> {
  if (!isApprovalNumber(command.approvalNumber)) return refuse("approval-number-malformed");
  const data: InstitutionDetails = {
    approvalNumber: command.approvalNumber,
    name: command.name,
    nameEnglish: command.nameEnglish ?? null,
    fields: command.fields ?? [],
    branches: command.branches ?? [],
    status: command.status ?? "active",
  };
  if (state.known)
    return isSame(state, data) ? UNCHANGED : refuse("institution-already-registered");
  const event: InstitutionRegistered = {
    type: "InstitutionRegistered",
    schema: 1,
    occurredOn: command.registeredOn,
    data,
  };
  return { outcome: "accept", event, personal: [], state: evolveInstitution(state, event) };
}

export type ChangeInstitutionStatus = {
  readonly changedOn: IsoDate;
  readonly status: InstitutionStatus;
  readonly reason?: string | null;
};

export function changeInstitutionStatus(
  state: InstitutionState,
  command: ChangeInstitutionStatus,
): Decision<
  InstitutionStatusChanged,
  Known,
  "institution-not-registered" | "institution-status-is-final"
> {
  if (!state.known) return refuse("institution-not-registered");
  if (state.status === command.status) return UNCHANGED;
  if (state.status === "withdrawn" || state.status === "cancelled") {
    return refuse("institution-status-is-final");
  }
  const { approvalNumber } = state;
  const event: InstitutionStatusChanged = {
    type: "InstitutionStatusChanged",
    schema: 1,
    occurredOn: command.changedOn,
    data: { approvalNumber, status: command.status, reason: command.reason ?? null },
  };
  return { outcome: "accept", event, personal: [], state: evolveInstitution(state, event) };
}
