import type { Visibility } from "./decision.ts";
import type { DomainEvent, EventType } from "./event.ts";

type DataOf<Type extends EventType> = Extract<DomainEvent, { type: Type }>["data"];

export type EventSchema<Type extends EventType> = {
  readonly schema: 1;
  /** Visibility of every field of `data`. */
  readonly data: { readonly [Field in keyof DataOf<Type>]-?: Visibility };
  /** Visibility of committed personal fields; `*` stands for a number. */
  readonly personal: Readonly<Record<string, Visibility>>;
};

const open = "public";
const kept = "institution";

/** Who may read which field, by the templates' own "public" column (fact 5.2). */
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
    data: { approvalNumber: open, status: open, reason: kept },
    personal: {},
  },
  AuditPlanReported: {
    schema: 1,
    data: {
      institution: kept,
      planNumber: kept,
      stage: kept,
      mode: kept,
      startOn: kept,
      endOn: kept,
      startAt: kept,
      endAt: kept,
      inspectors: kept,
      experts: kept,
      district: kept,
      holderCode: kept,
      holderKey: kept,
      holderName: kept,
      auditedAddress: kept,
      itemCode: kept,
      remark: open,
    },
    personal: {
      "inspector.*.name": kept,
      "inspector.*.identity": "restricted",
      "inspector.*.registration": kept,
      "inspector.*.phone": "restricted",
      "expert.*.name": kept,
      "expert.*.identity": "restricted",
      "expert.*.registration": kept,
      "expert.*.phone": "restricted",
      "contact.*.name": "restricted",
      "contact.*.phone": "restricted",
    },
  },
  CertificateReported: {
    schema: 1,
    data: {
      institution: open,
      branch: kept,
      number: open,
      holderName: open,
      holderCode: open,
      holderKey: open,
      industries: kept,
      country: open,
      district: open,
      addresses: open,
      headcount: kept,
      headcountCovered: open,
      firstCertifiedOn: open,
      itemCode: open,
      businessScopes: kept,
      standards: open,
      multiSite: open,
      sites: open,
      scope: open,
      reportType: kept,
      activity: open,
      recertificationCount: open,
      surveillanceCount: open,
      auditStartOn: kept,
      auditEndOn: kept,
      actualPersonDays: kept,
      basePersonDays: kept,
      combinedAudit: kept,
      decidedOn: kept,
      decisionMakerCount: kept,
      issuedOn: open,
      validUntil: open,
      status: open,
      effectiveOn: open,
      suspensionCauses: kept,
      suspendedOn: open,
      suspendedUntil: open,
      endCauses: kept,
      withdrawnOn: open,
      cancelledOn: open,
      child: kept,
      mainNumber: open,
      changedOn: open,
      changeTypes: open,
      reissued: kept,
      reissuedOn: open,
      reissueCause: kept,
      previousInstitution: kept,
      previousNumber: kept,
      accreditationMarks: open,
      accreditationNumber: kept,
      riskLevel: kept,
      fee: kept,
      contractNumber: kept,
      overdueAudit: kept,
      auditProgrammeNumber: kept,
      overdueCauses: kept,
      plannedStartOn: kept,
    },
    personal: { "decision-maker.*": kept },
  },
  AuditParticipationReported: {
    schema: 1,
    data: {
      institution: open,
      certificateNumber: open,
      stage: kept,
      startOn: kept,
      endOn: kept,
      startAt: kept,
      endAt: kept,
      days: kept,
      role: kept,
      qualification: open,
      professional: kept,
      fullTime: kept,
      witnessed: kept,
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
};

const RANK: Readonly<Record<Visibility, number>> = { public: 0, institution: 1, restricted: 2 };

export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENT_SCHEMAS, type);

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
