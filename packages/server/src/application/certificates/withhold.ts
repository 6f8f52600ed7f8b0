import {
  type CertificateState,
  certificateStream,
  initialCertificate,
  type LocalText,
  releaseCertificate,
  withholdCertificate,
  withoutNulls,
} from "@suzheng/certification";
import { bodyOf } from "../act.ts";
import type { CertificationStore } from "../certification-store.ts";
import { chinaDate } from "../clock.ts";
import { APPEND_REFUSALS } from "../ledger/append-refusals.ts";
import type { Ledger } from "../ledger/ledger.ts";

export type WithholdParts = {
  ledger: Ledger;
  store: CertificationStore;
  now: () => string;
  submitter: string;
};

export type Withholding = {
  institution: string;
  number: string;
  act: "withhold" | "release";
  /** Public; no personal data. */
  reason: string;
};

export type WithholdOutcome =
  | { outcome: "recorded"; index: number }
  | { outcome: "refused"; code: string; message: LocalText };

/** Stops, or resumes, the public display of a certificate. What is in the log stays there. */
export async function changeWithholding(
  parts: WithholdParts,
  { institution, number, act, reason }: Withholding,
): Promise<WithholdOutcome> {
  const stream = certificateStream(number);
  const known = (await parts.store.states(institution, [stream])).get(stream);
  const state = (known?.state ?? initialCertificate) as CertificateState;
  const decide = act === "withhold" ? withholdCertificate : releaseCertificate;
  const decision = decide(state, { on: chinaDate(parts.now()), reason });
  if (decision.outcome === "unchanged") throw new Error("withholding always changes something");
  if (decision.outcome === "refuse") {
    return { outcome: "refused", code: decision.code, message: decision.message };
  }
  const { type, schema, occurredOn, data } = decision.event;
  const appended = await parts.ledger.append({
    institution,
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
          withholding: { number, withheld: act === "withhold" },
        },
      },
    ],
  });
  if (!appended.ok) {
    const { code } = appended;
    return { outcome: "refused", code, message: APPEND_REFUSALS[code].detail };
  }
  const [receipt] = appended.receipts;
  if (receipt === undefined) throw new Error("an act that was recorded has a receipt");
  return { outcome: "recorded", index: receipt.index };
}
