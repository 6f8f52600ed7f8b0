import {
  type Action,
  type InstitutionAction,
  PERSONAL_ACTIONS,
  type PersonalAction,
  type Role,
} from "@suzheng/api-contract";
import { POLICY } from "./policy-table.ts";

export type HeldRole = { institution: string; role: Role };

/** A signed-in person with the roles that they hold now. */
export type Actor = { account: string; roles: readonly HeldRole[] };

/** In whose name an actor acts; the institution comes from the session, never from a body. */
export type Acting = { actor: Actor; institution: string };

export type Refused<Code extends string> = { outcome: "refused"; code: Code };
export type AuthorisationCode = "not-a-member" | "role-insufficient";
export type Authorisation = { outcome: "allowed" } | Refused<AuthorisationCode>;

const isPersonal = (action: Action): action is PersonalAction =>
  (PERSONAL_ACTIONS as readonly Action[]).includes(action);

const allowedRoles = (action: InstitutionAction): readonly Role[] => POLICY[action];

const rolesAt = (actor: Actor, institution: string): Role[] =>
  actor.roles.filter((held) => held.institution === institution).map(({ role }) => role);

/** May this person do this for this institution? Personal actions need no institution. */
export function authorise(actor: Actor, action: Action, institution: string | null): Authorisation {
  if (isPersonal(action)) return { outcome: "allowed" };
  const roles = institution === null ? [] : rolesAt(actor, institution);
  if (roles.length === 0) return { outcome: "refused", code: "not-a-member" };
  const allowed = allowedRoles(action);
  return roles.some((role) => allowed.includes(role))
    ? { outcome: "allowed" }
    : { outcome: "refused", code: "role-insufficient" };
}

/** Everything that the person may do at the institution, in the order of the policy. */
export function allowedActions(actor: Actor, institution: string | null): Action[] {
  const actions: Action[] = [...PERSONAL_ACTIONS, ...(Object.keys(POLICY) as InstitutionAction[])];
  return actions.filter((action) => authorise(actor, action, institution).outcome === "allowed");
}

/** A use case that runs only for whom the policy allows it: the first wall. */
export function guard<Input, Output>(
  action: InstitutionAction,
  run: (acting: Acting, input: Input) => Promise<Output>,
): (acting: Acting, input: Input) => Promise<Output | Refused<AuthorisationCode>> {
  return async (acting, input) => {
    const authorisation = authorise(acting.actor, action, acting.institution);
    return authorisation.outcome === "allowed" ? await run(acting, input) : authorisation;
  };
}
