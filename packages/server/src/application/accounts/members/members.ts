import type {
  Invitation,
  InvitationCreated,
  InvitationList,
  MemberList,
  Role,
  SignInPage,
} from "@suzheng/api-contract";
import type { PageRequest } from "../../page-cursor.ts";
import { guard } from "../../policy/authorise.ts";
import { canHold } from "../../policy/policy-table.ts";
import type { AccountParts } from "../account-parts.ts";
import { done, type Result, refused } from "../result.ts";
import { hashOf, newId, newSecret } from "../secret-code.ts";
import { pageOf } from "../sign-in/sign-in-page.ts";
import type { NewInvitation } from "./member-store.ts";

const INVITATION_MS_MAX = 7 * 24 * 3_600_000;

export type Inviting = {
  institution: string;
  roles: readonly Role[];
  name: string | null;
  /** Account; null for the operator of the installation. */
  invitedBy: string | null;
  /** Where the link leads. */
  origin: string;
};

/** What administrators and the operator share; who may is checked by the caller. */
export async function invite(
  parts: AccountParts,
  { institution, roles, name, invitedBy, origin }: Inviting,
): Promise<Result<InvitationCreated & { code: string }>> {
  const organisation = await parts.organisations.get(institution);
  if (organisation === null) return refused("organisation-unknown");
  if (!roles.every((role) => canHold(organisation.kind, role))) {
    return refused("role-not-for-institution");
  }
  const { code, codeHash, ...fresh } = newInvitation(parts, { name, invitedBy });
  const made = { ...fresh, roles: [...new Set(roles)] };
  await parts.members.invite(institution, { ...made, codeHash });
  const inviter = await nameOf(parts, invitedBy);
  const invitation: Invitation = { ...made, invitedBy: inviter, isRecovery: false };
  return done({ invitation, link: invitationLink(origin, code), code });
}

export const invitationLink = (origin: string, code: string): string =>
  `${origin}/workspace/join#${code}`;

/** Whoever holds the code holds the invitation; only its hash is stored. */
export function newInvitation(
  parts: Pick<AccountParts, "now">,
  given: Pick<NewInvitation, "name" | "invitedBy">,
): Omit<NewInvitation, "roles"> & { code: string } {
  const code = newSecret();
  const invitedAt = parts.now();
  const expiresAt = new Date(Date.parse(invitedAt) + INVITATION_MS_MAX).toISOString();
  return { id: newId(), code, codeHash: hashOf(code), ...given, invitedAt, expiresAt };
}

async function nameOf(parts: AccountParts, account: string | null): Promise<string | null> {
  return account === null ? null : ((await parts.accounts.byId(account))?.name ?? null);
}

/** Commands and queries about who works at the institution acted for. */
export const memberCommands = (parts: AccountParts) => ({
  list: guard("member.read", async ({ actor, institution }, _nothing: null) => {
    const rows = await parts.members.list(institution);
    const items = rows.map((row) => ({ ...row, isMe: row.account === actor.account }));
    return done<MemberList>({ items });
  }),

  invite: guard(
    "member.invite",
    async (
      { actor, institution },
      asked: Pick<Inviting, "roles" | "name" | "origin">,
    ): Promise<Result<InvitationCreated>> => {
      const made = await invite(parts, { ...asked, institution, invitedBy: actor.account });
      if (made.outcome === "refused") return made;
      const { invitation, link } = made.value;
      return done({ invitation, link });
    },
  ),

  invitations: guard("member.invite", async ({ institution }, _nothing: null) =>
    done<InvitationList>({ items: await parts.members.invitations(institution, parts.now()) }),
  ),

  revokeInvitation: guard(
    "member.invite",
    async ({ institution }, id: string): Promise<Result<null>> => {
      const at = parts.now();
      const isRevoked = await parts.members.revokeInvitation(institution, { id, at });
      return isRevoked ? done(null) : refused("invitation-unknown");
    },
  ),

  changeRoles: guard(
    "member.change-roles",
    async ({ actor, institution }, change: { account: string; roles: readonly Role[] }) => {
      const organisation = await parts.organisations.get(institution);
      const { kind } = organisation ?? {};
      const fits = kind !== undefined && change.roles.every((role) => canHold(kind, role));
      if (!fits) return refused("role-not-for-institution");
      return await applyRoles(parts, institution, { ...change, by: actor.account });
    },
  ),

  revoke: guard("member.revoke", ({ actor, institution }, account: string) =>
    applyRoles(parts, institution, { account, roles: [], by: actor.account }),
  ),

  signIns: guard(
    "signin-audit.read",
    async ({ institution }, page: PageRequest): Promise<Result<SignInPage>> =>
      pageOf(page, (query) => parts.members.signIns(institution, query)),
  ),
});

async function applyRoles(
  parts: AccountParts,
  institution: string,
  change: { account: string; roles: readonly Role[]; by: string },
): Promise<Result<null>> {
  const once = { ...change, roles: [...new Set(change.roles)], at: parts.now() };
  const changed = await parts.members.changeRoles(institution, once);
  if (changed === "unknown") return refused("member-unknown");
  return changed === "last-administrator" ? refused("last-administrator") : done(null);
}
