import type {
  CeremonyName,
  CeremonyStore,
} from "../../application/accounts/sign-in/ceremony-store.ts";
import type { SignInLinks } from "../../application/accounts/sign-in/sign-in-links.ts";
import type { Database } from "../database.ts";

type Payload = { payload: Buffer };

const IS_IT = `where purpose = $1 and subject = $2 and key = $3 and expires_at > $4`;
const named = ({ purpose, subject, key, now }: CeremonyName & { now: string }) => [
  purpose,
  subject,
  key,
  now,
];

export function postgresCeremonyStore(database: Database): CeremonyStore {
  return {
    async put({ purpose, subject, key, payload, now, expiresAt, addressHash }) {
      await database.query(`delete from ceremonies where expires_at <= $1`, [now]);
      await database.query(
        `insert into ceremonies (purpose, subject, key, payload, expires_at, address_hash)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (purpose, subject, key)
           do update set payload = excluded.payload, expires_at = excluded.expires_at`,
        [purpose, subject, key, Buffer.from(payload), expiresAt, addressHash],
      );
    },
    async begunAt(addressHash, now) {
      const [row] = await database.query<{ count: number; first: Date | null }>(
        `select count(*) as count, min(expires_at) as first from ceremonies
         where address_hash = $1 and expires_at > $2`,
        [addressHash, now],
      );
      return { count: row?.count ?? 0, firstOverAt: row?.first?.toISOString() ?? null };
    },
    async read(name) {
      const sql = `select payload from ceremonies ${IS_IT}`;
      const [row] = await database.query<Payload>(sql, named(name));
      return row?.payload.toString() ?? null;
    },
    async take(name) {
      const sql = `delete from ceremonies ${IS_IT} returning payload`;
      const [row] = await database.query<Payload>(sql, named(name));
      return row?.payload.toString() ?? null;
    },
  };
}

export function postgresSignInLinks(database: Database): SignInLinks {
  return {
    async put({ codeHash, account, expiresAt }) {
      await database.query(
        `insert into sign_in_links (code_hash, account, expires_at) values ($1, $2, $3)`,
        [codeHash, account, expiresAt],
      );
    },
    async take(codeHash, now) {
      const [row] = await database.query<{ account: string }>(
        `delete from sign_in_links where code_hash = $1 and expires_at > $2 returning account`,
        [codeHash, now],
      );
      return row?.account ?? null;
    },
  };
}
