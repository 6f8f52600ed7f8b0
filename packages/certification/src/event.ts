import type { CertificateEvent } from "./certificate/certificate-event.ts";
import type { InstitutionEvent } from "./institution/institution.ts";
import type { AuditPlanReported } from "./project/project.ts";
import type { RuleEvent } from "./rule/rule-event.ts";
import type { DeadlinesPaused } from "./tolling/pause-deadlines.ts";

export type DomainEvent =
  | InstitutionEvent
  | AuditPlanReported
  | CertificateEvent
  | RuleEvent
  | DeadlinesPaused;
export type EventType = DomainEvent["type"];

export const institutionStream = (approvalNumber: string): string =>
  `institution/${approvalNumber}`;

/** `holderKey`: nine characters, see `organisationKey`. */
export const projectStream = (holderKey: string, itemCode: string): string =>
  `project/${holderKey}/${itemCode.slice(0, 3)}`;

export const certificateStream = (number: string): string => `certificate/${number}`;

/** Of the log's own institution, like every stream: the name need not say whose. */
export const ruleStream = (rule: string): string => `rule/${rule}`;

export const pauseStream = (pause: string): string => `pause/${pause}`;

/** Name of the stream an event belongs to. */
export function streamOf(event: DomainEvent): string {
  switch (event.type) {
    case "InstitutionRegistered":
    case "InstitutionStatusChanged":
      return institutionStream(event.data.approvalNumber);
    case "AuditPlanReported":
      return projectStream(event.data.holderKey, event.data.itemCode);
    case "CertificateReported":
      return certificateStream(event.data.number);
    case "AuditParticipationReported":
    case "CertificateWithheld":
    case "CertificateReleased":
      return certificateStream(event.data.certificateNumber);
    case "RuleFiled":
    case "RuleReviewBegun":
    case "RuleReturned":
    case "RuleAccepted":
    case "RulePublished":
    case "RuleSuperseded":
    case "RuleCancelled":
      return ruleStream(event.data.rule);
    case "DeadlinesPaused":
      return pauseStream(event.data.pause);
  }
}
