import type { Role } from "@suzheng/api-contract";
import type {
  InvitationRow,
  MemberRow,
  MemberStore,
  RoleChange,
} from "../../application/accounts/members/member-store.ts";
import type { Database } from "../database.ts";
import { signInsOfInstitution } from "./sign-in-store.ts";
import type { Workspaces } from "./workspace.ts";

type MemberRecord = {
  account: string;
  sign_in_name: string;
  name: string;
  roles: Role[];
  since: Date;
};

type InvitationRecord = {
  recovers: string | null;
  id: string;
  roles: Role[];
  name: string | null;
  invited_by: string | null;
  invited_at: Date;
  expires_at: Date;
};

const toMember = ({ account, sign_in_name, name, roles, since }: MemberRecord): MemberRow => ({
  account,
  signInName: sign_in_name,
  name,
  roles,
  since: since.toISOString(),
});

const toInvitation = (row: InvitationRecord): InvitationRow => ({
  id: row.id,
  roles: row.roles,
  isRecovery: row.recovers !== null,
  name: row.name,
  invitedBy: row.invited_by,
  invitedAt: row.invited_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});

export function postgresMemberStore({ within }: Workspaces): MemberStore {
  return {
    list: (institution) => within(institution, (inside) => listMembers(inside, institution)),
    changeRoles: (institution, change) =>
      within(institution, (inside) => changeRoles(inside, institution, change)),
    async invite(institution, invitation) {
      const { id, codeHash, roles, name, invitedBy, invitedAt, expiresAt } = invitation;
      await within(institution, (inside) =>
        inside.query(
          `insert into invitations (institution, id, code_hash, roles, name, invited_by,
             invited_at, expires_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [institution, id, codeHash, roles, name, invitedBy, invitedAt, expiresAt],
        ),
      );
    },
    async invitations(institution, now) {
      const rows = await within(institution, (inside) =>
        inside.query<InvitationRecord>(
          `select v.id, v.recovers, v.roles, v.name, a.name as invited_by, v.invited_at, v.expires_at
           from invitations v left join accounts a on a.account = v.invited_by
           where v.institution = $1 and v.expires_at > $2 and v.accepted_at is null
             and v.revoked_at is null
           order by v.invited_at desc, v.id`,
          [institution, now],
        ),
      );
      return rows.map(toInvitation);
    },
    async revokeInvitation(institution, { id, at }) {
      const revoked = await within(institution, (inside) =>
        inside.query(
          `update invitations set revoked_at = $3
           where institution = $1 and id = $2 and accepted_at is null and revoked_at is null
             and expires_at > $3 returning id`,
          [institution, id, at],
        ),
      );
      return revoked.length > 0;
    },
    signIns: (institution, query) =>
      within(institution, (inside) => signInsOfInstitution(inside, query)),
  };
}

async function listMembers(inside: Database, institution: string): Promise<MemberRow[]> {
  const rows = await inside.query<MemberRecord>(
    `select m.account, a.sign_in_name, a.name, array_agg(m.role order by m.role) as roles,
       min(m.granted_at) as since
     from memberships m join accounts a on a.account = m.account
     where m.institution = $1 and m.revoked_at is null
     group by m.account, a.sign_in_name, a.name order by a.name, m.account`,
    [institution],
  );
  return rows.map(toMember);
}

/** Roles that go are revoked, roles that come are granted, roles that stay keep their date. */
async function changeRoles(
  inside: Database,
  institution: string,
  { account, roles, by, at }: RoleChange,
): Promise<"changed" | "unknown" | "last-administrator"> {
  // All of them, in one order: two changes at once wait for each other.
  const held = await inside.query<{ account: string; role: Role }>(
    `select account, role from memberships where institution = $1 and revoked_at is null
     order by account, role for update`,
    [institution],
  );
  if (!held.some((row) => row.account === account)) return "unknown";
  const administrators = held.filter(({ role }) => role === "administrator");
  const others = administrators.filter((row) => row.account !== account);
  const remains = others.length > 0 || roles.includes("administrator");
  if (administrators.length > 0 && !remains) return "last-administrator";
  await inside.query(
    `update memberships set revoked_by = $4, revoked_at = $5
     where institution = $1 and account = $2 and revoked_at is null and role <> all($3::text[])`,
    [institution, account, roles, by, at],
  );
  await inside.query(
    `insert into memberships (institution, account, role, granted_by, granted_at)
     select $1, $2, unnest($3::text[]), $4, $5
     on conflict (institution, account, role) where revoked_at is null do nothing`,
    [institution, account, roles, by, at],
  );
  return "changed";
}
