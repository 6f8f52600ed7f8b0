import type { AccountAct } from "@suzheng/api-contract";
import type {
  AccountActStore,
  ActNotice,
  ActOn,
  CareRefusal,
} from "../../application/accounts/account-act-store.ts";
import type { NewInvitation } from "../../application/accounts/members/member-store.ts";
import { newId } from "../../application/accounts/secret-code.ts";
import type { Database } from "../database.ts";
import { asIdentity, type Workspaces } from "./workspace.ts";

type Act = { institution: string; account: string; act: AccountAct["act"] };

export async function noteAct(
  inside: Database,
  { institution, account, act }: Act,
  { by, at }: { by: string | null; at: string },
): Promise<void> {
  await inside.query(
    `insert into account_acts (institution, id, account, act, done_by, at)
     values ($1, $2, $3, $4, $5, $6)`,
    [institution, newId(), account, act, by, at],
  );
}

/** Locks the account, so that two who act on it do so one after the other. */
async function placesOf(
  inside: Database,
  { account, institution }: ActOn,
): Promise<string[] | CareRefusal> {
  await inside.query(`select 1 from accounts where account = $1 for update`, [account]);
  const rows = await inside.query<{ institution: string }>(
    `select distinct institution from memberships
     where account = $1 and revoked_at is null order by institution`,
    [account],
  );
  const places = rows.map((row) => row.institution);
  if (institution === null) return places;
  if (!places.includes(institution)) return "member-unknown";
  return places.length > 1 ? "works-elsewhere" : places;
}

const SIGN_IN_ROWS = [
  `delete from sessions where account = $1`,
  `delete from recovery_codes where account = $1`,
  `delete from sign_in_links where account = $1`,
  `delete from ceremonies where subject = $1 or subject like $1 || ' %'`,
];

export function postgresAccountActStore(
  database: Database,
  { within }: Workspaces,
): AccountActStore {
  return {
    beginRecovery: (on, invitation) =>
      asIdentity(database, async (inside) => {
        const places = await placesOf(inside, on);
        if (typeof places === "string") return places;
        const [institution] = places;
        if (institution === undefined) return "member-unknown";
        await takeMeansAway(inside, on);
        await invite(inside, { ...invitation, institution, account: on.account });
        await noteAct(inside, { institution, account: on.account, act: "recovery-begun" }, on);
        return { institution };
      }),
    erase: (on) =>
      asIdentity(database, async (inside) => {
        const places = await placesOf(inside, on);
        if (typeof places === "string") return places;
        for (const institution of places) {
          if (await isLastAdministrator(inside, institution, on.account)) {
            return "last-administrator";
          }
        }
        await takeMeansAway(inside, on);
        await erasePersonalValues(inside, on);
        for (const institution of places) {
          await noteAct(inside, { institution, account: on.account, act: "erased" }, on);
        }
        return "erased";
      }),
    list: (institution, limit) =>
      within(institution, async (inside) => {
        const rows = await inside.query<Omit<AccountAct, "at"> & { at: Date }>(
          `select c.account, nullif(a.name, '') as name, c.act, nullif(b.name, '') as by, c.at
           from account_acts c left join accounts a on a.account = c.account
             left join accounts b on b.account = c.done_by
           where c.institution = $1 order by c.at desc, c.id limit $2`,
          [institution, limit],
        );
        return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
      }),
    untold: (account) =>
      asIdentity(database, async (inside) => {
        const rows = await inside.query<Omit<ActNotice, "at"> & { at: Date }>(
          `select c.id, c.act, c.at, nullif(b.name, '') as by
           from account_acts c left join accounts b on b.account = c.done_by
           where c.account = $1 and c.told_at is null and c.act <> 'recovered' order by c.at, c.id`,
          [account],
        );
        return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
      }),
    async tell(account, at) {
      await asIdentity(database, (inside) =>
        inside.query(
          `update account_acts set told_at = $2 where account = $1 and told_at is null`,
          [account, at],
        ),
      );
    },
  };
}

type Inviting = Omit<NewInvitation, "roles"> & { institution: string; account: string };

async function invite(inside: Database, made: Inviting): Promise<void> {
  await inside.query(
    `insert into invitations (institution, id, code_hash, roles, name, invited_by, invited_at,
       expires_at, recovers)
     values ($1, $2, $3, '{}', $4, $5, $6, $7, $8)`,
    [
      made.institution,
      made.id,
      made.codeHash,
      made.name,
      made.invitedBy,
      made.invitedAt,
      made.expiresAt,
      made.account,
    ],
  );
}

/** Also the open links that would give new means: a later one replaces them. */
async function takeMeansAway(inside: Database, { account, at }: ActOn): Promise<void> {
  for (const sql of SIGN_IN_ROWS) await inside.query(sql, [account]);
  await inside.query(`update accounts set password = null, totp_secret = null where account = $1`, [
    account,
  ]);
  await inside.query(
    `update passkeys set revoked_at = $2 where account = $1 and revoked_at is null`,
    [account, at],
  );
  await inside.query(
    `update invitations set revoked_at = $2
     where recovers = $1 and accepted_at is null and revoked_at is null`,
    [account, at],
  );
}

async function isLastAdministrator(
  inside: Database,
  institution: string,
  account: string,
): Promise<boolean> {
  // Locked in the same order as by a change of roles, so that two cannot both go.
  const held = await inside.query<{ account: string; role: string }>(
    `select account, role from memberships where institution = $1 and revoked_at is null
     order by account, role for update`,
    [institution],
  );
  const administrators = held.filter(({ role }) => role === "administrator");
  return administrators.length > 0 && administrators.every((row) => row.account === account);
}

/** Ids and times stay, so that what the person did can still be told apart and proven. */
async function erasePersonalValues(inside: Database, { account, by, at }: ActOn): Promise<void> {
  const changes = [
    `update accounts set sign_in_name = 'erased ' || account, name = '' where account = $1`,
    `update sign_ins set name_hash = null, address = '', address_hash = '', user_agent = ''
     where account = $1`,
    `update invitations set name = null where accepted_by = $1 or recovers = $1`,
    `delete from passkeys where account = $1`,
    `delete from inbox_reads where account = $1`,
  ];
  for (const sql of changes) await inside.query(sql, [account]);
  await inside.query(
    `update memberships set revoked_by = $2, revoked_at = $3
     where account = $1 and revoked_at is null`,
    [account, by, at],
  );
  await inside.query(
    `update calendar_feeds set revoked_at = $2 where account = $1 and revoked_at is null`,
    [account, at],
  );
}
