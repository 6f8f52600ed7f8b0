import { actKey, contentKey, knowsAct } from "../content-key.ts";
import {
  type Accepted,
  type Decision,
  type PersonalField,
  personalField,
  type RefusalCode,
  refuse,
} from "../decision.ts";
import { repeatOf } from "../repeated-row.ts";
import type { CertificateRow } from "../report/report-row.ts";
import type { CertificateReported } from "./certificate-event.ts";
import type { CertificateState, KnownCertificate } from "./certificate-state.ts";
import { effectiveOnOf, occurredOnOf } from "./effective-on.ts";
import { evolveCertificate, isHistory } from "./evolve-certificate.ts";
import { transitionRefusal } from "./status-transition.ts";

export type ReportCertificateOptions = {
  /** A stable token for a person's name, keyed so that nobody can guess names from it. */
  readonly personToken: (name: string) => string;
  /** Expiry of the main certificate, when the row is about a child and the main is known. */
  readonly mainValidUntil?: string | null;
};

type Reported = CertificateReported["data"];
type Memory = {
  readonly act: string;
  readonly content: string;
  readonly decisionMakers: readonly string[];
};

function dataOf(row: CertificateRow): Reported {
  const { decisionMakers, fee: _fee, contractNumber: _number, ...content } = row;
  return {
    ...content,
    effectiveOn: effectiveOnOf(row),
    decisionMakerCount: decisionMakers.length,
  };
}

function termsOf({ fee, contractNumber }: CertificateRow): PersonalField[] {
  if (fee === null && contractNumber === null) return [];
  return personalField("terms", JSON.stringify([fee, contractNumber]), "institution");
}

function memoryOf(
  data: Reported,
  decisionMakers: readonly string[],
  terms: readonly string[],
): Memory {
  return {
    act: actKey(data.reportType, data.activity, data.status, data.effectiveOn, data.auditEndOn),
    content: contentKey([data, decisionMakers, terms]),
    decisionMakers,
  };
}

/** What is late but dated, or corrects an earlier report, may contradict the present status. */
function refusalOf(state: KnownCertificate, data: Reported, memory: Memory): RefusalCode | null {
  if (state.institution !== data.institution) return "certificate-of-another-institution";
  const explained = data.changedOn !== null || knowsAct(state.reports, memory.act);
  if (isHistory(state, data) && explained) return null;
  return transitionRefusal(state, data);
}

function outlivesMain(data: Reported, mainValidUntil: string | null | undefined): boolean {
  if (data.mainNumber === null || data.status !== "valid") return false;
  return (
    mainValidUntil !== null && mainValidUntil !== undefined && data.validUntil > mainValidUntil
  );
}

function accepted(
  state: CertificateState,
  row: CertificateRow,
  { data, memory }: { data: Reported; memory: Memory },
): Accepted<CertificateReported, KnownCertificate> {
  const event: CertificateReported = {
    type: "CertificateReported",
    schema: 1,
    occurredOn: occurredOnOf(row),
    data,
  };
  const personal = [
    ...row.decisionMakers.flatMap((name, i) =>
      personalField(`decision-maker.${i}`, name, "institution"),
    ),
    ...termsOf(row),
  ];
  return { outcome: "accept", event, personal, state: evolveCertificate(state, event, memory) };
}

/** Decides on a row of table 103010. */
export function reportCertificate(
  state: CertificateState,
  row: CertificateRow,
  { personToken, mainValidUntil }: ReportCertificateOptions,
): Decision<CertificateReported, KnownCertificate> {
  const data = dataOf(row);
  const terms = termsOf(row).map(({ value }) => personToken(value));
  const memory = memoryOf(data, row.decisionMakers.map(personToken), terms);
  if (state.known && state.institution === data.institution) {
    const repeated = repeatOf(state.reports, memory);
    if (repeated !== null) return repeated;
  }
  if (outlivesMain(data, mainValidUntil)) return refuse("child-outlives-main");
  if (data.status === "suspended" && data.effectiveOn > data.validUntil) {
    return refuse("expired-cannot-be-suspended");
  }
  const refusal = state.known ? refusalOf(state, data, memory) : null;
  return refusal === null ? accepted(state, row, { data, memory }) : refuse(refusal);
}
