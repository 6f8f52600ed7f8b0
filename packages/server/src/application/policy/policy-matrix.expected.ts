import type { Action } from "@suzheng/api-contract";

/**
 * The whole matrix once more, written by hand, as the policy is read by people: one letter per
 * role, in the order of `ROLES`: M rule-manager, Q quality-responsible, A administrator,
 * V regulator-reviewer, R read-only; a dash where the role may not.
 */
export const EXPECTED_MATRIX: Record<Action, string> = {
  "session.read": "MQAVR",
  "session.act-for": "MQAVR",
  "session.end": "MQAVR",
  "credential.read": "MQAVR",
  "credential.change": "MQAVR",
  "sign-in.read-own": "MQAVR",
  "invitation.join": "MQAVR",
  "account.erase": "MQAVR",
  "rule.draft": "M----",
  "rule.self-check": "MQ---",
  "rule.file": "-Q---",
  "rule.withdraw-draft": "M----",
  "rule.cancel": "-Q---",
  "rule.publish": "-Q---",
  "rule.review.take": "---V-",
  "rule.review.return": "---V-",
  "rule.review.accept": "---V-",
  "rule.read-drafts": "MQ-VR",
  "obligation.read": "MQAVR",
  "obligation.settle": "-Q---",
  "tolling.request": "MQ-V-",
  "tolling.approve": "---V-",
  "whatif.run": "MQ-V-",
  "report.import": "-QA--",
  "body.read": "--AVR",
  "signature.begin": "MQ-V-",
  "member.read": "MQAV-",
  "member.invite": "--A--",
  "member.change-roles": "--A--",
  "member.revoke": "--A--",
  "member.recover": "--A--",
  "member.erase": "--A--",
  "signin-audit.read": "--A--",
};
