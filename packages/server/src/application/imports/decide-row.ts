import {
  type AuditPlanRow,
  type CertificateRow,
  type CertificateState,
  certificateStream,
  type DomainEvent,
  factsForCertificate,
  factsForParticipation,
  factsForPlan,
  initialCertificate,
  initialProject,
  type KnownCertificate,
  type LocalText,
  type NumberAsWritten,
  type ParticipationRow,
  type PersonalField,
  type ProjectState,
  projectStream,
  refuse,
  reportCertificate,
  reportParticipation,
  reportPlan,
  schemeOf,
  withoutNulls,
} from "@suzheng/certification";
import { type EntryBody, NotEncodable } from "@suzheng/log-format";
import { ENTRY_BYTES_MAX } from "@suzheng/merkle";
import {
  type ActType,
  type ApprovedPause,
  type Facts,
  judge,
  notePauses,
  type Pack,
} from "@suzheng/rules";
import { type Act, bodyOf } from "../act.ts";
import type { StreamState } from "../certification-store.ts";
import { APPEND_REFUSALS } from "../ledger/append-refusals.ts";
import { type PresenceMemory, stayOf, totalsWith } from "../presences.ts";
import type { Projection } from "../projection.ts";

/** A row of one of the official tables, parsed. */
export type TableRow =
  | { table: "102010"; row: AuditPlanRow }
  | { table: "103010"; row: CertificateRow; numberAsWritten: NumberAsWritten }
  | { table: "103011"; row: ParticipationRow };

/** What decisions look at: states as they are after the rows decided so far. */
export type DecisionContext = {
  states: Map<string, StreamState>;
  presences: PresenceMemory;
  numbersOfOthers: ReadonlySet<string>;
  packs: readonly Pack[];
  /** Of the institution whose rows these are; those approved later do not change a verdict. */
  pauses: readonly ApprovedPause[];
  personToken: (text: string) => string;
  reportedOn: string;
  connectedOn: string;
};

/** An act before the state of its stream is written down. */
export type DecidedAct = Omit<Act, "projection"> & { projection: Omit<Projection, "state"> };

export type RowDecision =
  | { outcome: "accept"; act: DecidedAct }
  | { outcome: "unchanged" }
  | { outcome: "refuse"; code: string; field: string | null; message: LocalText };

/** The streams whose state a row's decision needs. */
export function streamsNeeded({ table, row }: TableRow): string[] {
  switch (table) {
    case "102010":
      return [projectStream(row.holderKey, row.itemCode)];
    case "103010":
      return [row.number, row.mainNumber, row.previousNumber].flatMap((number) =>
        number === null ? [] : [certificateStream(number)],
      );
    case "103011":
      return [certificateStream(row.certificateNumber)];
  }
}

export function personOf(context: Pick<DecisionContext, "personToken">, row: ParticipationRow) {
  const { identityCode, registrationNumber, name } = row.person;
  return context.personToken(identityCode ?? registrationNumber ?? name);
}

/** Judges and decides one row; an accepted row moves the context's states on. */
export function decideRow(context: DecisionContext, row: TableRow): RowDecision {
  switch (row.table) {
    case "102010":
      return decidePlan(context, row.row);
    case "103010":
      return decideCertificate(context, row);
    case "103011":
      return decideParticipation(context, row.row);
  }
}

type Accepted = {
  stream: string;
  event: DomainEvent;
  personal: readonly PersonalField[];
  facts: object;
  itemCode: string;
  actedOn: string;
  state: unknown;
  projection: Omit<Projection, "state">;
};

/** Left for the rest of an entry; commitments come to it by their number. */
const HEAD_BYTES = 1024;
const COMMITMENT_BYTES = 96;

type Refusal = Extract<RowDecision, { outcome: "refuse" }>;

function refuseRow(code: "entry-too-large" | "entry-not-encodable"): Refusal {
  const { detail, wayOut } = APPEND_REFUSALS[code];
  const message = { zh: `${detail.zh}${wayOut.zh}`, en: `${detail.en}. ${wayOut.en}` };
  return { outcome: "refuse", code, message, field: null };
}

/** What cannot be an entry is the refusal of its own row; the others of its chunk stand. */
function bodyOrRefusal(
  context: DecisionContext,
  { event, itemCode, actedOn, facts, personal }: Accepted,
): EntryBody | Refusal {
  const judged = judge({
    packs: context.packs,
    act: { type: event.type as ActType, scheme: schemeOf(itemCode), on: actedOn },
    facts: facts as Facts,
  });
  try {
    const data = withoutNulls(event.type, event.data);
    const body = bodyOf(
      data,
      judged.filter(({ verdicts }) => verdicts.length > 0),
    );
    const bytes = Buffer.byteLength(body.data) + Buffer.byteLength(body.judged ?? "");
    const room = ENTRY_BYTES_MAX - HEAD_BYTES - COMMITMENT_BYTES * personal.length;
    return bytes > room ? refuseRow("entry-too-large") : body;
  } catch (error) {
    if (error instanceof NotEncodable) return refuseRow("entry-not-encodable");
    throw error;
  }
}

function accept(context: DecisionContext, accepted: Accepted): RowDecision {
  const { stream, event, personal, state, projection } = accepted;
  const body = bodyOrRefusal(context, accepted);
  if ("outcome" in body) return body;
  const version = context.states.get(stream)?.version ?? 0;
  context.states.set(stream, { version: version + 1, state });
  const { type, schema, occurredOn } = event;
  return {
    outcome: "accept",
    act: {
      stream,
      expectedVersion: version,
      type,
      schema,
      occurredOn,
      body,
      personal,
      projection,
    },
  };
}

function decidePlan(context: DecisionContext, row: AuditPlanRow): RowDecision {
  const stream = projectStream(row.holderKey, row.itemCode);
  const state = (context.states.get(stream)?.state ?? initialProject) as ProjectState;
  const decision = reportPlan(state, row, context);
  if (decision.outcome === "unchanged") return decision;
  if (decision.outcome === "refuse") return { ...decision, field: "AUDIT_PLAN_CODE" };
  return accept(context, {
    ...decision,
    stream,
    itemCode: row.itemCode,
    actedOn: row.startOn,
    facts: factsForPlan(row, context),
    projection: {},
  });
}

function certificateState(context: DecisionContext, number: string): CertificateState {
  const known = context.states.get(certificateStream(number));
  return (known?.state ?? initialCertificate) as CertificateState;
}

function decideCertificate(
  context: DecisionContext,
  { row, numberAsWritten }: Extract<TableRow, { table: "103010" }>,
): RowDecision {
  const { number, mainNumber } = row;
  if (context.numbersOfOthers.has(number)) {
    const { code, message } = refuse("certificate-of-another-institution");
    return { outcome: "refuse", code, message, field: "CERT_NUMBER" };
  }
  const state = certificateState(context, number);
  const main = mainNumber === null ? null : certificateState(context, mainNumber);
  const mainValidUntil = main?.known === true ? main.validUntil : null;
  const { personToken, reportedOn, connectedOn } = context;
  const decision = reportCertificate(state, row, { personToken, mainValidUntil });
  if (decision.outcome === "unchanged") return decision;
  if (decision.outcome === "refuse") return { ...decision, field: "CERT_NUMBER" };
  const earlier =
    row.previousNumber === null ? null : certificateState(context, row.previousNumber);
  const facts = factsForCertificate(state, row, {
    mainValidUntil,
    numberAsWritten,
    reportedOn,
    connectedOn,
    pausesSince: (since) =>
      notePauses(context.pauses, { institution: row.institution, region: row.district, since }),
    ...(earlier === null ? {} : { earlier }),
  });
  const { data } = decision.event;
  return accept(context, {
    ...decision,
    stream: certificateStream(number),
    itemCode: row.itemCode,
    actedOn: decision.event.occurredOn,
    facts,
    projection: {
      // A late row about the past leaves the present as it stands.
      ...(state.known && data.effectiveOn < state.effectiveOn
        ? {}
        : { certificate: cardOf(row, decision.state) }),
    },
  });
}

function cardOf(
  row: CertificateRow,
  state: KnownCertificate,
): NonNullable<Projection["certificate"]> {
  return {
    number: row.number,
    holderName: row.holderName,
    holderCode: row.holderCode,
    organisationCode: row.holderKey,
    itemCode: row.itemCode,
    status: state.status,
    issuedOn: row.issuedOn,
    validUntil: state.validUntil,
    mainNumber: row.mainNumber,
  };
}

function decideParticipation(context: DecisionContext, row: ParticipationRow): RowDecision {
  const { certificateNumber, startAt, endAt } = row;
  const state = certificateState(context, certificateNumber);
  const person = personOf(context, row);
  const decision = reportParticipation(state, row, {
    personId: person,
    personToken: context.personToken,
  });
  if (decision.outcome === "unchanged") return decision;
  if (decision.outcome === "refuse") return { ...decision, field: "CERT_NUMBER" };
  const presence = {
    startsAt: startAt,
    endsAt: endAt,
    holder: decision.state.holderKey,
    number: certificateNumber,
    stage: row.stage,
  };
  const stay = stayOf(presence);
  const totals = totalsWith(context.presences.of(person), stay);
  const { personToken, reportedOn, connectedOn } = context;
  const facts = factsForParticipation(state.known ? state : decision.state, row, {
    personToken,
    reportedOn,
    connectedOn,
    ...totals,
  });
  const accepted = accept(context, {
    ...decision,
    stream: certificateStream(certificateNumber),
    itemCode: decision.state.itemCode,
    actedOn: row.startOn,
    facts,
    projection: { participation: { ...presence, person } },
  });
  if (accepted.outcome === "accept") context.presences.add(person, stay);
  return accepted;
}
