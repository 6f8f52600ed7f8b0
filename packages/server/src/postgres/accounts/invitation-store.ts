import type { OrganisationKind, Role } from "@suzheng/api-contract";
import type { Account } from "../../application/accounts/account-store.ts";
import type {
  Credential,
  InvitationStore,
  OpenInvitation,
} from "../../application/accounts/members/invitation-store.ts";
import type { Database } from "../database.ts";
import { noteAct } from "./account-act-store.ts";
import { storePassword } from "./account-store.ts";
import { addPasskey } from "./passkey-store.ts";
import { asIdentity } from "./workspace.ts";

type OfferRow = {
  institution: string;
  institution_name: string;
  kind: OrganisationKind;
  id: string;
  roles: Role[];
  name: string | null;
  invited_by: string | null;
  expires_at: Date;
  recovers: Account | null;
};

const OFFER = `
  select v.institution, v.id, v.roles, v.name, v.expires_at, a.name as invited_by,
    coalesce(i.name, o.name, v.institution) as institution_name,
    coalesce(o.kind, 'certification-body') as kind,
    case when r.account is null then null else jsonb_build_object('account', r.account,
      'signInName', r.sign_in_name, 'name', r.name) end as recovers
  from invitations v
  left join institutions i on i.approval_number = v.institution
  left join organisations o on o.institution = v.institution
  left join accounts a on a.account = v.invited_by
  left join accounts r on r.account = v.recovers
  where v.code_hash = $1 and v.expires_at > $2 and v.accepted_at is null and v.revoked_at is null`;

const toOffer = (row: OfferRow): OpenInvitation => ({
  institution: row.institution,
  institutionName: row.institution_name,
  kind: row.kind,
  id: row.id,
  roles: row.roles,
  name: row.name,
  recovers: row.recovers,
  invitedBy: row.invited_by,
  expiresAt: row.expires_at.toISOString(),
});

/** Ends a transaction that must leave nothing behind; its cause is the answer. */
class Undone<Answer extends string> extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super(answer);
    this.answer = answer;
  }
}

type NotAccepted = "used" | "name-taken" | "passkey-known";

async function orUndone<T>(work: Promise<T>): Promise<T | NotAccepted> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Undone) return error.answer as NotAccepted;
    throw error;
  }
}

export function postgresInvitationStore(database: Database): InvitationStore {
  return {
    async byCode(codeHash, now) {
      const [row] = await asIdentity(database, (inside) =>
        inside.query<OfferRow>(OFFER, [codeHash, now]),
      );
      return row === undefined ? null : toOffer(row);
    },
    accept: ({ invitation, account, credential, at }) =>
      orUndone(
        asIdentity(database, async (inside) => {
          await useUp(inside, { invitation, account: account.account, at });
          const making = { account, credential, at };
          if (invitation.recovers === null) await makeAccount(inside, making);
          else await recoverAccount(inside, invitation.institution, making);
          return "accepted" as const;
        }),
      ),
    async join({ invitation, account, at }) {
      const joined = await orUndone(
        asIdentity(database, async (inside) => {
          await useUp(inside, { invitation, account, at });
          return "joined" as const;
        }),
      );
      return joined === "joined" ? joined : "used";
    },
  };
}

type Using = { invitation: OpenInvitation; account: string; at: string };

/** Of two who accept at the same time, one waits for the other's lock and then finds it used. */
async function useUp(inside: Database, { invitation, account, at }: Using): Promise<void> {
  const { institution, id, roles } = invitation;
  const used = await inside.query(
    `update invitations set accepted_by = $3, accepted_at = $4
     where institution = $1 and id = $2 and accepted_at is null and revoked_at is null
       and expires_at > $4 returning id`,
    [institution, id, account, at],
  );
  if (used.length === 0) throw new Undone("used");
  await inside.query(
    `insert into memberships (institution, account, role, granted_by, granted_at)
     select v.institution, $3, r.role, v.invited_by, $4
     from invitations v, unnest($5::text[]) r(role) where v.institution = $1 and v.id = $2
     on conflict (institution, account, role) where revoked_at is null do nothing`,
    [institution, id, account, at, roles],
  );
}

type Making = { account: Account; credential: Credential; at: string };

async function makeAccount(inside: Database, { account, credential, at }: Making): Promise<void> {
  const made = await inside.query(
    `insert into accounts (account, sign_in_name, name, created_at) values ($1, $2, $3, $4)
     on conflict do nothing returning account`,
    [account.account, account.signInName, account.name, at],
  );
  if (made.length === 0) throw new Undone("name-taken");
  await giveMeans(inside, { account, credential, at });
}

/** New means for the account that lost its own; roles and name stay. */
async function recoverAccount(
  inside: Database,
  institution: string,
  making: Making,
): Promise<void> {
  await giveMeans(inside, making);
  const { account } = making.account;
  const by = { by: account, at: making.at };
  await noteAct(inside, { institution, account, act: "recovered" }, by);
}

async function giveMeans(inside: Database, { account, credential }: Making): Promise<void> {
  if (credential.means === "password") {
    await storePassword(inside, account.account, credential.password);
  }
  if (credential.means === "passkey") {
    const added = await addPasskey(inside, credential.passkey);
    if (added === "known") throw new Undone("passkey-known");
  }
}
