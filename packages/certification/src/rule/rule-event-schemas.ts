import type { EventSchema } from "../event-schema.ts";
import type { RuleEvent } from "./rule-event.ts";

const open = "public";
/** Who signed is shown to the body and its regulators; no text was found that makes it public. */
const signer = { "signer.name": "institution" } as const;
const version = { institution: open, rule: open, ruleVersion: open } as const;
const content = { ...version, contentHash: open } as const;
const review = { ...content, reviewer: open } as const;

export const RULE_EVENT_SCHEMAS: {
  readonly [Type in RuleEvent["type"]]: EventSchema<Type>;
} = {
  RuleFiled: {
    schema: 1,
    data: {
      ...version,
      title: open,
      titleEnglish: open,
      category: open,
      field: open,
      number: open,
      issuer: open,
      issuedOn: open,
      updatedOn: open,
      itemCodes: open,
      contentHash: open,
      contentBytes: open,
      isExecutable: open,
      signature: open,
    },
    personal: signer,
  },
  RuleReviewBegun: { schema: 1, data: review, personal: signer },
  RuleReturned: { schema: 1, data: { ...review, reason: open, signature: open }, personal: signer },
  RuleAccepted: { schema: 1, data: { ...review, reason: open, signature: open }, personal: signer },
  RulePublished: {
    schema: 1,
    data: { ...content, inForceFrom: open, supersedes: open, signature: open },
    personal: signer,
  },
  RuleSuperseded: {
    schema: 1,
    data: { ...version, supersededBy: open, inForceUntil: open },
    personal: signer,
  },
  RuleCancelled: {
    schema: 1,
    data: {
      ...content,
      reason: open,
      certificates: open,
      certificatesHash: open,
      certificatesSettledBy: open,
      signature: open,
    },
    personal: signer,
  },
};
