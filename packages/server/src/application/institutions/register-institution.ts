import {
  bodyNumberOf,
  type InstitutionState,
  initialInstitution,
  institutionStream,
  type LocalText,
  type RegisterInstitution,
  registerInstitution,
  withoutNulls,
} from "@suzheng/certification";
import { bodyOf } from "../act.ts";
import type { CertificationStore } from "../certification-store.ts";
import { chinaDate } from "../clock.ts";
import type { Appender } from "../ledger/ledger.ts";
import type { LogStore } from "../ledger/log-store.ts";

export type RegistrationParts = {
  ledger: Appender;
  logs: LogStore;
  store: CertificationStore;
  now: () => string;
  submitter: string;
};

export type Registration =
  | { outcome: "registered" | "unchanged"; approvalNumber: string }
  | { outcome: "refused"; code: string; message: LocalText };

/** Connects a body: opens its log and records its registration as the first act in it. */
export async function connectInstitution(
  parts: RegistrationParts,
  command: Omit<RegisterInstitution, "registeredOn">,
): Promise<Registration> {
  const approvalNumber = command.approvalNumber.normalize("NFKC").trim().toUpperCase();
  const stream = institutionStream(approvalNumber);
  const known = (await parts.store.states(approvalNumber, [stream])).get(stream);
  const state = (known?.state ?? initialInstitution) as InstitutionState;
  const registeredOn = chinaDate(parts.now());
  const decision = registerInstitution(state, { ...command, approvalNumber, registeredOn });
  if (decision.outcome === "refuse") {
    return { outcome: "refused", code: decision.code, message: decision.message };
  }
  if (decision.outcome === "unchanged") return { outcome: "unchanged", approvalNumber };
  await parts.logs.open(approvalNumber);
  const { data } = decision.event;
  const appended = await parts.ledger.append({
    institution: approvalNumber,
    submitter: parts.submitter,
    requestId: `register:${approvalNumber}`,
    acts: [
      {
        stream,
        expectedVersion: known?.version ?? 0,
        type: decision.event.type,
        schema: decision.event.schema,
        occurredOn: decision.event.occurredOn,
        body: bodyOf(withoutNulls(decision.event.type, data)),
        personal: [],
        projection: {
          state: JSON.stringify(decision.state),
          institution: { ...data, bodyNumber: bodyNumberOf(approvalNumber) },
        },
      },
    ],
  });
  if (!appended.ok) throw new Error(`registration was refused: ${appended.code}`);
  return { outcome: "registered", approvalNumber };
}
