import type { SignInMeans } from "@suzheng/api-contract";
import type {
  Failures,
  SignInQuery,
  SignInRow,
  SignInStore,
} from "../../application/accounts/sign-in/sign-in-store.ts";
import type { Database } from "../database.ts";
import { asIdentity } from "./workspace.ts";

type AuditRow = {
  id: string;
  at: Date;
  account: string | null;
  name: string | null;
  means: SignInMeans;
  outcome: SignInRow["outcome"];
  address: string;
  user_agent: string;
};

const toSignIn = (row: AuditRow): SignInRow => ({
  id: row.id,
  at: row.at.toISOString(),
  account: row.account === null ? null : { id: row.account, name: row.name },
  means: row.means,
  outcome: row.outcome,
  address: row.address,
  userAgent: row.user_agent,
});

/** Newest first. The `name` is joined where it is not the reader's own. */
const PAGE = `where ($1::text is null or s.account = $1)
    and ($2::timestamptz is null or (s.at, s.id) < ($2, $3))
  order by s.at desc, s.id desc limit $4`;

const pageValues = (account: string | null, { limit, before }: SignInQuery) => [
  account,
  before?.at ?? null,
  before?.id ?? null,
  limit,
];

/** All that the database lets this institution see. */
export async function signInsOfInstitution(
  inside: Database,
  query: SignInQuery,
): Promise<SignInRow[]> {
  const rows = await inside.query<AuditRow>(
    `select s.id, s.at, s.account, nullif(a.name, '') as name, s.means, s.outcome, s.address, s.user_agent
     from sign_ins s join accounts a on a.account = s.account ${PAGE}`,
    pageValues(null, query),
  );
  return rows.map(toSignIn);
}

export function postgresSignInStore(database: Database): SignInStore {
  const failures = async (
    column: "name_hash" | "address_hash",
    values: readonly [hash: string, since: string, except: string],
  ): Promise<Failures> => {
    const [row] = await asIdentity(database, (inside) =>
      inside.query<{ count: number; oldest: Date | null }>(
        `select count(*) as count, min(at) as oldest from sign_ins
         where ${column} = $1 and at > $2 and id <> $3 and outcome in ('begun', 'refused')`,
        values,
      ),
    );
    return { count: row?.count ?? 0, oldestAt: row?.oldest?.toISOString() ?? null };
  };
  return {
    async begin(attempt) {
      await asIdentity(database, (inside) =>
        inside.query(
          `insert into sign_ins (id, at, name_hash, means, outcome, address, address_hash,
             user_agent)
           values ($1, $2, $3, $4, 'begun', $5, $6, $7)`,
          [
            attempt.id,
            attempt.at,
            attempt.nameHash,
            attempt.means,
            attempt.address,
            attempt.addressHash,
            attempt.userAgent,
          ],
        ),
      );
    },
    failuresOfName: (hash, { since, except }) => failures("name_hash", [hash, since, except]),
    failuresOfAddress: (hash, { since, except }) => failures("address_hash", [hash, since, except]),
    async finish({ id, outcome, account }) {
      await asIdentity(database, (inside) =>
        inside.query(`update sign_ins set outcome = $2, account = $3 where id = $1`, [
          id,
          outcome,
          account,
        ]),
      );
    },
    async of(account, query) {
      const rows = await asIdentity(database, (inside) =>
        inside.query<AuditRow>(
          `select s.id, s.at, null as account, null as name, s.means, s.outcome, s.address,
             s.user_agent
           from sign_ins s ${PAGE}`,
          pageValues(account, query),
        ),
      );
      return rows.map(toSignIn);
    },
    async removeBefore(instant) {
      const removed = await asIdentity(database, (inside) =>
        inside.query(`delete from sign_ins where at < $1 returning id`, [instant]),
      );
      return removed.length;
    },
  };
}
