import type { PasskeyStore, StoredPasskey } from "../../application/accounts/account-store.ts";
import type { Database } from "../database.ts";
import { asIdentity } from "./workspace.ts";

type PasskeyRow = {
  account: string;
  id: string;
  public_key: Buffer;
  algorithm: number;
  sign_count: number;
  transports: string[];
  name: string;
  created_at: Date;
  last_used_at: Date | null;
};

const toPasskey = (row: PasskeyRow): StoredPasskey => ({
  account: row.account,
  id: row.id,
  publicKey: Uint8Array.from(row.public_key),
  algorithm: row.algorithm,
  signCount: row.sign_count,
  transports: row.transports,
  name: row.name,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
});

export function postgresPasskeyStore(database: Database): PasskeyStore {
  return {
    async byId(id) {
      const [row] = await database.query<PasskeyRow>(
        `select * from passkeys where id = $1 and revoked_at is null`,
        [id],
      );
      return row === undefined ? null : toPasskey(row);
    },
    async of(account) {
      const rows = await database.query<PasskeyRow>(
        `select * from passkeys where account = $1 and revoked_at is null order by created_at, id`,
        [account],
      );
      return rows.map(toPasskey);
    },
    add: (passkey) => addPasskey(database, passkey),
    async rename({ account, id, name }) {
      const [row] = await database.query<PasskeyRow>(
        `update passkeys set name = $3
         where account = $1 and id = $2 and revoked_at is null returning *`,
        [account, id, name],
      );
      return row === undefined ? null : toPasskey(row);
    },
    revoke: (revoked) => asIdentity(database, (inside) => revokePasskey(inside, revoked)),
    async recordUse({ account, id, signCount, at }) {
      await database.query(
        `update passkeys set sign_count = $3, last_used_at = $4 where account = $1 and id = $2`,
        [account, id, signCount, at],
      );
    },
  };
}

/** "known" when some account has, or had, this passkey. */
export async function addPasskey(
  database: Database,
  passkey: StoredPasskey,
): Promise<"added" | "known"> {
  const added = await database.query(
    `insert into passkeys (account, id, public_key, algorithm, sign_count, transports, name,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    [
      passkey.account,
      passkey.id,
      passkey.publicKey,
      passkey.algorithm,
      passkey.signCount,
      passkey.transports,
      passkey.name,
      passkey.createdAt,
    ],
  );
  return added.length > 0 ? "added" : "known";
}

async function revokePasskey(
  inside: Database,
  { account, id, at }: { account: string; id: string; at: string },
): Promise<"revoked" | "unknown" | "last"> {
  // Locked, so that two requests cannot each leave the other's passkey as the last.
  const [person] = await inside.query<{ password: string | null }>(
    `select password from accounts where account = $1 for update`,
    [account],
  );
  const working = await inside.query<{ id: string }>(
    `select id from passkeys where account = $1 and revoked_at is null`,
    [account],
  );
  if (!working.some((passkey) => passkey.id === id)) return "unknown";
  if (working.length === 1 && person?.password == null) return "last";
  await inside.query(`update passkeys set revoked_at = $3 where account = $1 and id = $2`, [
    account,
    id,
    at,
  ]);
  return "revoked";
}
