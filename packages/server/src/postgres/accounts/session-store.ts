import type { OrganisationKind, Role, SignInMeans } from "@suzheng/api-contract";
import type {
  HeldMembership,
  SessionOwner,
  SessionStore,
  StoredSession,
} from "../../application/accounts/sign-in/session-store.ts";
import type { Database } from "../database.ts";
import { asIdentity } from "./workspace.ts";

type SessionRow = {
  id: string;
  account: string;
  means: SignInMeans;
  acting_for: string | null;
  signed_in_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  address: string;
  user_agent: string;
};

const toSession = (row: SessionRow): StoredSession => ({
  id: row.id,
  account: row.account,
  means: row.means,
  actingFor: row.acting_for,
  signedInAt: row.signed_in_at.toISOString(),
  lastSeenAt: row.last_seen_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  address: row.address,
  userAgent: row.user_agent,
});

type OwnerRow = SessionRow & {
  sign_in_name: string;
  name: string;
  held: { institution: string; name: string; kind: OrganisationKind; role: Role }[];
};

const OWNER = `
  select s.*, a.sign_in_name, a.name, coalesce((
    select jsonb_agg(jsonb_build_object('institution', m.institution, 'role', m.role,
        'name', coalesce(i.name, o.name, m.institution),
        'kind', coalesce(o.kind, 'certification-body'))
      order by m.institution, m.role)
    from memberships m
    left join institutions i on i.approval_number = m.institution
    left join organisations o on o.institution = m.institution
    where m.account = s.account and m.revoked_at is null), '[]') as held
  from sessions s join accounts a on a.account = s.account
  where s.token_hash = $1`;

function toOwner(row: OwnerRow): SessionOwner {
  const { account, sign_in_name: signInName, name } = row;
  const held = row.held.map(
    ({ institution, role, kind, name: institutionName }): HeldMembership => ({
      institution,
      institutionName,
      kind,
      role,
    }),
  );
  return { session: toSession(row), account: { account, signInName, name }, held };
}

export function postgresSessionStore(database: Database): SessionStore {
  return {
    async begin(session) {
      await database.query(`delete from sessions where expires_at <= $1`, [session.signedInAt]);
      await database.query(
        `insert into sessions (token_hash, id, account, means, acting_for, signed_in_at,
           last_seen_at, expires_at, address, user_agent)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          session.tokenHash,
          session.id,
          session.account,
          session.means,
          session.actingFor,
          session.signedInAt,
          session.lastSeenAt,
          session.expiresAt,
          session.address,
          session.userAgent,
        ],
      );
    },
    async resolve(tokenHash) {
      const [row] = await asIdentity(database, (inside) =>
        inside.query<OwnerRow>(OWNER, [tokenHash]),
      );
      return row === undefined ? null : toOwner(row);
    },
    async recordSeen(id, at) {
      await database.query(`update sessions set last_seen_at = $2 where id = $1`, [id, at]);
    },
    async actFor(id, institution) {
      await database.query(`update sessions set acting_for = $2 where id = $1`, [id, institution]);
    },
    async of(account) {
      const rows = await database.query<SessionRow>(
        `select * from sessions where account = $1 order by signed_in_at desc, id`,
        [account],
      );
      return rows.map(toSession);
    },
    async end(account, id) {
      const ended = await database.query(
        `delete from sessions where account = $1 and id = $2 returning id`,
        [account, id],
      );
      return ended.length > 0;
    },
    async endAll(account, { except }) {
      await database.query(
        `delete from sessions where account = $1 and id is distinct from $2::text`,
        [account, except],
      );
    },
  };
}
