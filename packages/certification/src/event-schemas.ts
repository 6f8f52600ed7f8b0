import type { Visibility } from "./decision.ts";
import type { EventType } from "./event.ts";
import type { DataOf, EventSchema } from "./event-schema.ts";
import { RULE_EVENT_SCHEMAS } from "./rule/rule-event-schemas.ts";

const open = "public";
const kept = "institution";

/**
 * Who may read what. Entries are published, so whatever stands in `data` is open to everyone: the
 * facts by which an act is judged. What the templates (fact 5.2) keep to the body and what names a
 * person, the commercial terms among it, stands behind commitments.
 */
export const EVENT_SCHEMAS: { readonly [Type in EventType]: EventSchema<Type> } = {
  InstitutionRegistered: {
    schema: 1,
    data: {
      approvalNumber: open,
      name: open,
      nameEnglish: open,
      fields: open,
      branches: open,
      status: open,
    },
    personal: {},
  },
  InstitutionStatusChanged: {
    schema: 1,
    data: { approvalNumber: open, status: open, reason: open },
    personal: {},
  },
  AuditPlanReported: {
    schema: 1,
    data: {
      institution: open,
      planNumber: open,
      stage: open,
      mode: open,
      startOn: open,
      endOn: open,
      startAt: open,
      endAt: open,
      inspectors: open,
      experts: open,
      district: open,
      holderCode: open,
      holderKey: open,
      holderName: open,
      auditedAddress: open,
      itemCode: open,
    },
    personal: {
      "inspector.*": "restricted",
      "expert.*": "restricted",
      "contact.*": "restricted",
      remark: open,
    },
  },
  CertificateReported: {
    schema: 1,
    data: {
      institution: open,
      branch: open,
      number: open,
      holderName: open,
      holderCode: open,
      holderKey: open,
      industries: open,
      country: open,
      district: open,
      addresses: open,
      headcount: open,
      headcountCovered: open,
      firstCertifiedOn: open,
      itemCode: open,
      businessScopes: open,
      standards: open,
      multiSite: open,
      sites: open,
      scope: open,
      reportType: open,
      activity: open,
      recertificationCount: open,
      surveillanceCount: open,
      auditStartOn: open,
      auditEndOn: open,
      actualPersonDays: open,
      basePersonDays: open,
      combinedAudit: open,
      decidedOn: open,
      decisionMakerCount: open,
      issuedOn: open,
      validUntil: open,
      status: open,
      effectiveOn: open,
      suspensionCauses: open,
      suspendedOn: open,
      suspendedUntil: open,
      endCauses: open,
      withdrawnOn: open,
      cancelledOn: open,
      child: open,
      mainNumber: open,
      changedOn: open,
      changeTypes: open,
      reissued: open,
      reissuedOn: open,
      reissueCause: open,
      previousInstitution: open,
      previousNumber: open,
      accreditationMarks: open,
      accreditationNumber: open,
      riskLevel: open,
      overdueAudit: open,
      auditProgrammeNumber: open,
      overdueCauses: open,
      plannedStartOn: open,
    },
    personal: { "decision-maker.*": kept, terms: kept },
  },
  AuditParticipationReported: {
    schema: 1,
    data: {
      institution: open,
      certificateNumber: open,
      stage: open,
      startOn: open,
      endOn: open,
      startAt: open,
      endAt: open,
      days: open,
      role: open,
      qualification: open,
      professional: open,
      fullTime: open,
      witnessed: open,
    },
    personal: {
      "person.name": open,
      "person.identity": "restricted",
      "person.registration": open,
    },
  },
  CertificateWithheld: {
    schema: 1,
    data: { institution: open, certificateNumber: open, reason: open },
    personal: {},
  },
  CertificateReleased: {
    schema: 1,
    data: { institution: open, certificateNumber: open, reason: open },
    personal: {},
  },
  ...RULE_EVENT_SCHEMAS,
  DeadlinesPaused: {
    schema: 1,
    data: {
      institution: open,
      pause: open,
      requirements: open,
      regions: open,
      from: open,
      until: open,
      reason: open,
      requestedBy: open,
      approvedBy: open,
      approvedByName: open,
    },
    personal: {},
  },
};

const orderedFieldsOf = (type: EventType): string[] => Object.keys(EVENT_SCHEMAS[type].data).sort();

/** Declared fields of each event type, in the order in which canonical JSON writes them. */
const ORDERED_FIELDS: ReadonlyMap<EventType, readonly string[]> = new Map(
  Object.keys(EVENT_SCHEMAS)
    .filter(isEventType)
    .map((type) => [type, orderedFieldsOf(type)]),
);

/** Data as recorded: the declared fields in canonical order, those that are null left out. */
export function withoutNulls(type: EventType, data: object): Record<string, unknown> {
  const given = data as Readonly<Record<string, unknown>>;
  const kept: Record<string, unknown> = {};
  for (const field of ORDERED_FIELDS.get(type) ?? []) {
    const value = given[field];
    if (value !== null && value !== undefined) kept[field] = value;
  }
  return kept;
}

/** Data as an event has them: fields that the entry leaves out are null. */
export function withNulls<Type extends EventType>(type: Type, data: object): DataOf<Type> {
  const filled: Record<string, unknown> = {};
  for (const field of Object.keys(EVENT_SCHEMAS[type].data)) filled[field] = null;
  // By construction the declared fields of this event type, see `withoutNulls`.
  return { ...filled, ...data } as DataOf<Type>;
}

const RANK: Readonly<Record<Visibility, number>> = { public: 0, institution: 1, restricted: 2 };

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENT_SCHEMAS, type);
}

/**
 * The fields of an event's data that a reader of the given reach may see. Unknown fields stay
 * hidden.
 */
export function visibleData(
  type: EventType,
  data: Readonly<Record<string, unknown>>,
  reach: Visibility = "public",
): Record<string, unknown> {
  const fields: Readonly<Record<string, Visibility>> = EVENT_SCHEMAS[type].data;
  return Object.fromEntries(
    Object.entries(data).filter(([field]) => {
      const visibility = Object.hasOwn(fields, field) ? fields[field] : undefined;
      return visibility !== undefined && RANK[visibility] <= RANK[reach];
    }),
  );
}

/** Visibility of a committed personal field, `inspector.2.phone`; an unknown name is restricted. */
export function personalVisibility(type: EventType, name: string): Visibility {
  const pattern = name.replace(/\.\d+(?=\.|$)/g, ".*");
  return EVENT_SCHEMAS[type].personal[pattern] ?? "restricted";
}
