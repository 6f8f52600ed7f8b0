import {
  type AuditPlanRow,
  type CertificateRow,
  type CertificateState,
  factsForCertificate,
  factsForParticipation,
  factsForPlan,
  type ParticipationRow,
  withNulls,
} from "@suzheng/certification";
import type { Facts, FactValue } from "@suzheng/rules";
import { chinaDate } from "../../clock.ts";
import type { PresenceTotals } from "../../presences.ts";
import type { PastEntry } from "./replayed-stream.ts";

/** States of streams as they were just before the act. */
export type StatesOfThen = {
  readonly own: CertificateState;
  of(number: string): CertificateState;
};

export type FactsOfThen = {
  readonly facts: Facts;
  /** A fact told again from the log differs from the one noted when it was recorded. */
  readonly isContradicted: boolean;
};

/** What stands outside the act and its streams; `totals`: null where they were not counted. */
export type Beside = { readonly connectedOn: string; readonly totals: PresenceTotals | null };

/**
 * The facts by which an act was judged: those noted in its verdicts, and for what no verdict noted
 * the ones that the log tells again. Whether somebody made a decision comes from personal data,
 * which are in no log: not noted, it is not known.
 */
export function factsOfThen(
  entry: PastEntry,
  states: StatesOfThen,
  beside: Beside,
): FactsOfThen | null {
  const told = toldAgain(entry, states, beside);
  if (told === null) return null;
  const noted = notedFacts(entry);
  const isContradicted = Object.entries(noted).some(([name, value]) => {
    const again = told[name] ?? null;
    return again !== null && again !== value;
  });
  return { facts: { ...told, ...noted }, isContradicted };
}

const NOT_COUNTED = {
  daysInCycleYear: null,
  certificatesInCycleYear: null,
  overlapsOther: false,
};

function notedFacts({ judged = [] }: PastEntry): Facts {
  const noted: Record<string, FactValue> = {};
  for (const { verdicts } of judged) for (const { facts } of verdicts) Object.assign(noted, facts);
  return noted;
}

function toldAgain(
  entry: PastEntry,
  states: StatesOfThen,
  { connectedOn, totals }: Beside,
): Facts | null {
  const when = { reportedOn: chinaDate(entry.recordedAt), connectedOn };
  switch (entry.type) {
    case "CertificateReported": {
      // Commercial terms and names are missing; no rule asks for them.
      const row = withNulls("CertificateReported", entry.data) as unknown as CertificateRow;
      const main = row.mainNumber === null ? null : states.of(row.mainNumber);
      return factsForCertificate(states.own, row, {
        ...when,
        // The log holds it as it is read.
        numberAsWritten: null,
        mainValidUntil: main?.known === true ? main.validUntil : null,
        ...(row.previousNumber === null ? {} : { earlier: states.of(row.previousNumber) }),
      });
    }
    case "AuditParticipationReported": {
      const isRegistered = entry.commitments?.["person.registration"] !== undefined;
      const row = {
        ...withNulls("AuditParticipationReported", entry.data),
        person: { name: "", identityCode: null, registrationNumber: isRegistered ? "given" : null },
      } as ParticipationRow;
      const { overlapsOther, ...facts } = factsForParticipation(states.own, row, {
        ...when,
        personToken: (text) => text,
        ...(totals ?? NOT_COUNTED),
      });
      const counted = totals === null ? facts : { ...facts, overlapsOther };
      return { ...counted, isDecisionMaker: null };
    }
    case "AuditPlanReported":
      return factsForPlan(
        withNulls("AuditPlanReported", entry.data) as unknown as AuditPlanRow,
        when,
      );
    default:
      return null;
  }
}
