import type { Action, InstitutionAction, OrganisationKind, Role } from "@suzheng/api-contract";

/**
 * Who may do what for their institution: the only place that says so. A command or query is named
 * as in the API; a role not listed may not. A change here changes `policy-matrix.expected.ts` too.
 */
export const POLICY = {
  "rule.draft": ["rule-manager"],
  "rule.self-check": ["rule-manager", "quality-responsible"],
  "rule.withdraw-draft": ["rule-manager"],
  // What binds the body towards outsiders is signed by another person than who drafts it.
  "rule.file": ["quality-responsible"],
  "rule.publish": ["quality-responsible"],
  "rule.cancel": ["quality-responsible"],
  "rule.review.take": ["regulator-reviewer"],
  "rule.review.return": ["regulator-reviewer"],
  "rule.review.accept": ["regulator-reviewer"],
  "rule.read-drafts": ["rule-manager", "quality-responsible", "regulator-reviewer", "read-only"],
  "obligation.read": [
    "rule-manager",
    "quality-responsible",
    "administrator",
    "regulator-reviewer",
    "read-only",
  ],
  // Said for the whole institution, so by who answers for its certificates.
  "obligation.settle": ["quality-responsible"],
  "tolling.request": ["rule-manager", "quality-responsible", "regulator-reviewer"],
  "tolling.approve": ["regulator-reviewer"],
  "whatif.run": ["rule-manager", "quality-responsible", "regulator-reviewer"],
  "report.import": ["quality-responsible", "administrator"],
  // Public of each body for itself; together it is what who watches over them reads.
  "body.read": ["administrator", "regulator-reviewer", "read-only"],
  "signature.begin": ["rule-manager", "quality-responsible", "regulator-reviewer"],
  "member.read": ["rule-manager", "quality-responsible", "administrator", "regulator-reviewer"],
  "member.invite": ["administrator"],
  "member.change-roles": ["administrator"],
  "member.revoke": ["administrator"],
  "member.recover": ["administrator"],
  "member.erase": ["administrator"],
  "signin-audit.read": ["administrator"],
} as const satisfies Record<InstitutionAction, readonly Role[]>;

/** For whom a role can be held, so that no body appoints a reviewer of its own rules. */
export const ROLE_KINDS = {
  "rule-manager": ["certification-body"],
  "quality-responsible": ["certification-body"],
  administrator: ["certification-body", "regulator", "accreditation-body"],
  "regulator-reviewer": ["regulator"],
  "read-only": ["certification-body", "regulator", "accreditation-body"],
} as const satisfies Record<Role, readonly OrganisationKind[]>;

export const isInstitutionAction = (action: Action): action is InstitutionAction =>
  Object.hasOwn(POLICY, action);

export const canHold = (kind: OrganisationKind, role: Role): boolean =>
  (ROLE_KINDS[role] as readonly OrganisationKind[]).includes(kind);
