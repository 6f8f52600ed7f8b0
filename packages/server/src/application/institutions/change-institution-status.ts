import {
  bodyNumberOf,
  changeInstitutionStatus,
  type InstitutionState,
  type InstitutionStatus,
  initialInstitution,
  institutionStream,
  type LocalText,
  withoutNulls,
} from "@suzheng/certification";
import { bodyOf } from "../act.ts";
import { chinaDate } from "../clock.ts";
import { APPEND_REFUSALS } from "../ledger/append-refusals.ts";
import type { RegistrationParts } from "./register-institution.ts";

export type StatusChange = {
  approvalNumber: string;
  status: InstitutionStatus;
  /** Public; no personal data. */
  reason: string | null;
  /** Calendar date from which it holds; null for today. */
  changedOn: string | null;
};

export type StatusChangeOutcome =
  | { outcome: "recorded" | "unchanged" }
  | { outcome: "refused"; code: string; message: LocalText };

/** Records that a body's approval was suspended, restored, withdrawn or cancelled. */
export async function changeStatusOfInstitution(
  parts: Omit<RegistrationParts, "logs">,
  { approvalNumber, status, reason, changedOn }: StatusChange,
): Promise<StatusChangeOutcome> {
  const stream = institutionStream(approvalNumber);
  const known = (await parts.store.states(approvalNumber, [stream])).get(stream);
  const state = (known?.state ?? initialInstitution) as InstitutionState;
  const on = changedOn ?? chinaDate(parts.now());
  const decision = changeInstitutionStatus(state, { changedOn: on, status, reason });
  if (decision.outcome === "unchanged") return decision;
  if (decision.outcome === "refuse") {
    return { outcome: "refused", code: decision.code, message: decision.message };
  }
  const { type, schema, occurredOn, data } = decision.event;
  const { name, nameEnglish, fields, branches } = decision.state;
  const details = { name, nameEnglish, status, fields, branches };
  const appended = await parts.ledger.append({
    institution: approvalNumber,
    submitter: parts.submitter,
    requestId: null,
    acts: [
      {
        stream,
        expectedVersion: known?.version ?? 0,
        type,
        schema,
        occurredOn,
        body: bodyOf(withoutNulls(type, data)),
        personal: [],
        projection: {
          state: JSON.stringify(decision.state),
          institution: { ...details, bodyNumber: bodyNumberOf(approvalNumber) },
        },
      },
    ],
  });
  if (appended.ok) return { outcome: "recorded" };
  return {
    outcome: "refused",
    code: appended.code,
    message: APPEND_REFUSALS[appended.code].detail,
  };
}
