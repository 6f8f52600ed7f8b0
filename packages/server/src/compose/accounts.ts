import { join } from "node:path";
import type { AccountParts } from "../application/accounts/account-parts.ts";
import { argon2Passwords } from "../keys/accounts/passwords.ts";
import { webauthnRelyingParty } from "../keys/accounts/relying-party.ts";
import { fileSecretBox } from "../keys/accounts/secret-box.ts";
import { otplibTotp } from "../keys/accounts/totp.ts";
import { postgresAccountActStore } from "../postgres/accounts/account-act-store.ts";
import { postgresAccountStore } from "../postgres/accounts/account-store.ts";
import { postgresCeremonyStore, postgresSignInLinks } from "../postgres/accounts/ceremony-store.ts";
import { postgresInvitationStore } from "../postgres/accounts/invitation-store.ts";
import { postgresMemberStore } from "../postgres/accounts/member-store.ts";
import { postgresOrganisationStore } from "../postgres/accounts/organisation-store.ts";
import { postgresPasskeyStore } from "../postgres/accounts/passkey-store.ts";
import { postgresSessionStore } from "../postgres/accounts/session-store.ts";
import { postgresSignInStore } from "../postgres/accounts/sign-in-store.ts";
import type { Workspaces } from "../postgres/accounts/workspace.ts";
import type { Database } from "../postgres/database.ts";

export type AccountsOn = Pick<AccountParts, "now" | "keyedHash" | "isDemo"> & {
  folder: string;
  database: Database;
  workspaces: Workspaces;
};

export async function composeAccounts(on: AccountsOn): Promise<AccountParts> {
  const { folder, database, workspaces, now, keyedHash, isDemo } = on;
  return {
    now,
    keyedHash,
    isDemo,
    accounts: postgresAccountStore(database),
    passkeys: postgresPasskeyStore(database),
    sessions: postgresSessionStore(database),
    signIns: postgresSignInStore(database),
    ceremonies: postgresCeremonyStore(database),
    invitations: postgresInvitationStore(database),
    members: postgresMemberStore(workspaces),
    accountActs: postgresAccountActStore(database, workspaces),
    organisations: postgresOrganisationStore(database),
    links: postgresSignInLinks(database),
    passwords: argon2Passwords(),
    totp: otplibTotp(),
    secretBox: await fileSecretBox(join(folder, "keys", "account-secrets.key")),
    relyingParty: webauthnRelyingParty(),
  };
}
