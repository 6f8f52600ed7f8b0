import type {
  AccountSecrets,
  AccountStore,
  NewPassword,
} from "../../application/accounts/account-store.ts";
import type { Database } from "../database.ts";
import { asIdentity } from "./workspace.ts";

type AccountRow = {
  account: string;
  sign_in_name: string;
  name: string;
  password: string | null;
  totp_secret: Buffer | null;
};

const toSecrets = (row: AccountRow | undefined): AccountSecrets | null =>
  row === undefined
    ? null
    : {
        account: row.account,
        signInName: row.sign_in_name,
        name: row.name,
        password: row.password,
        totpSecret: row.totp_secret,
      };

export function postgresAccountStore(database: Database): AccountStore {
  const one = async (where: string, value: string) => {
    const [row] = await asIdentity(database, (inside) =>
      inside.query<AccountRow>(
        `select account, sign_in_name, name, password, totp_secret from accounts where ${where}`,
        [value],
      ),
    );
    return toSecrets(row);
  };
  return {
    bySignInName: (signInName) => one("sign_in_name = $1", signInName),
    byId: (account) => one("account = $1", account),
    async takeTotpStep(account, step) {
      const taken = await asIdentity(database, (inside) =>
        inside.query(
          `update accounts set totp_step = $2 where account = $1 and totp_step < $2
           returning account`,
          [account, step],
        ),
      );
      return taken.length > 0;
    },
    async takeRecoveryCode({ account, codeHash, at }) {
      const taken = await database.query(
        `update recovery_codes set used_at = $3
         where account = $1 and code_hash = $2 and used_at is null returning account`,
        [account, codeHash, at],
      );
      return taken.length > 0;
    },
    async recoveryCodesLeft(account) {
      const [row] = await database.query<{ left: number }>(
        `select count(*) as left from recovery_codes where account = $1 and used_at is null`,
        [account],
      );
      return row?.left ?? 0;
    },
    replaceRecoveryCodes: (account, hashes) =>
      database.transaction((inside) => replaceCodes(inside, account, hashes)),
    setPassword: (account, password) =>
      asIdentity(database, (inside) => storePassword(inside, account, password)),
  };
}

async function replaceCodes(
  inside: Database,
  account: string,
  hashes: readonly Uint8Array[],
): Promise<void> {
  await inside.query(`delete from recovery_codes where account = $1`, [account]);
  await inside.query(
    `insert into recovery_codes (account, code_hash) select $1, unnest($2::bytea[])`,
    [account, hashes],
  );
}

/** Password, second factor and recovery codes belong together: none without the others. */
export async function storePassword(
  inside: Database,
  account: string,
  { password, totpSecret, totpStep, recoveryHashes }: NewPassword,
): Promise<void> {
  await inside.query(
    `update accounts set password = $2, totp_secret = $3, totp_step = $4 where account = $1`,
    [account, password, totpSecret, totpStep],
  );
  await replaceCodes(inside, account, recoveryHashes);
}
