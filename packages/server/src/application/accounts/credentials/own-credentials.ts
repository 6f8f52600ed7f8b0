import type {
  AccountCredentials,
  CreationRequest,
  Passkey,
  PasskeyAdd,
  PasswordSet,
  RecoveryCodes,
  TotpEnrolment,
} from "@suzheng/api-contract";
import type { AccountParts, Visit } from "../account-parts.ts";
import type { StoredPasskey } from "../account-store.ts";
import { done, type Result, refused } from "../result.ts";
import { hashOfRecoveryCode, newRecoveryCodes } from "../secret-code.ts";
import { isFresh, type SignedIn } from "../sign-in/sessions.ts";
import { beginPasskey, finishPasskey } from "./passkey-enrolment.ts";
import { beginTotp, makePassword } from "./totp-enrolment.ts";

const describePasskey = ({
  id,
  name,
  algorithm,
  createdAt,
  lastUsedAt,
}: StoredPasskey): Passkey => ({
  id,
  name,
  algorithm,
  createdAt,
  lastUsedAt,
});

export async function listCredentials(
  parts: AccountParts,
  { owner }: SignedIn,
): Promise<AccountCredentials> {
  const { account, signInName, name } = owner.account;
  const [stored, passkeys, recoveryCodesLeft] = await Promise.all([
    parts.accounts.byId(account),
    parts.passkeys.of(account),
    parts.accounts.recoveryCodesLeft(account),
  ]);
  return {
    account: { id: account, signInName, name },
    hasPassword: stored?.password != null,
    recoveryCodesLeft,
    passkeys: passkeys.map(describePasskey),
  };
}

const addingBy = ({ owner }: SignedIn, visit: Visit) =>
  ({ purpose: "passkey-add", subject: owner.account.account, visit }) as const;

export async function beginAddPasskey(
  parts: AccountParts,
  signedIn: SignedIn,
  visit: Visit,
): Promise<Result<CreationRequest>> {
  if (!isFresh(parts, signedIn)) return refused("recent-sign-in-needed");
  return await beginPasskey(parts, addingBy(signedIn, visit), signedIn.owner.account);
}

export async function addPasskey(
  parts: AccountParts,
  { signedIn, visit }: { signedIn: SignedIn; visit: Visit },
  request: PasskeyAdd,
): Promise<Result<Passkey>> {
  if (!isFresh(parts, signedIn)) return refused("recent-sign-in-needed");
  const made = await finishPasskey(parts, addingBy(signedIn, visit), request);
  if (made.outcome === "refused") return made;
  const added = await parts.passkeys.add(made.value.passkey);
  return added === "known" ? refused("passkey-known") : done(describePasskey(made.value.passkey));
}

export async function renamePasskey(
  parts: AccountParts,
  signedIn: SignedIn,
  { id, name }: { id: string; name: string },
): Promise<Result<Passkey>> {
  const { account } = signedIn.actor;
  const renamed = await parts.passkeys.rename({ account, id, name });
  return renamed === null ? refused("passkey-unknown") : done(describePasskey(renamed));
}

export async function revokePasskey(
  parts: AccountParts,
  signedIn: SignedIn,
  id: string,
): Promise<Result<null>> {
  if (!isFresh(parts, signedIn)) return refused("recent-sign-in-needed");
  const { account } = signedIn.actor;
  const revoked = await parts.passkeys.revoke({ account, id, at: parts.now() });
  if (revoked === "unknown") return refused("passkey-unknown");
  return revoked === "last" ? refused("last-means-of-sign-in") : done(null);
}

const enrollingBy = ({ actor }: SignedIn) =>
  ({ purpose: "totp-account", subject: actor.account }) as const;

export async function beginAccountTotp(
  parts: AccountParts,
  signedIn: SignedIn,
): Promise<Result<TotpEnrolment>> {
  if (!isFresh(parts, signedIn)) return refused("recent-sign-in-needed");
  return done(await beginTotp(parts, enrollingBy(signedIn), signedIn.owner.account.signInName));
}

/** A new password with a new second factor; everywhere else the person is signed out. */
export async function setPassword(
  parts: AccountParts,
  signedIn: SignedIn,
  { password, totp }: PasswordSet,
): Promise<Result<RecoveryCodes>> {
  if (!isFresh(parts, signedIn)) return refused("recent-sign-in-needed");
  const { account, signInName } = signedIn.owner.account;
  const given = { signInName, password, totp };
  const made = await makePassword(parts, enrollingBy(signedIn), given);
  if (made.outcome === "refused") return made;
  await parts.accounts.setPassword(account, made.value.password);
  await parts.sessions.endAll(account, { except: signedIn.owner.session.id });
  return done({ recoveryCodes: made.value.recoveryCodes });
}

/** The old ones no longer work. */
export async function renewRecoveryCodes(
  parts: AccountParts,
  signedIn: SignedIn,
): Promise<Result<RecoveryCodes>> {
  if (!isFresh(parts, signedIn)) return refused("recent-sign-in-needed");
  const { account } = signedIn.actor;
  if ((await parts.accounts.byId(account))?.password == null) return refused("password-missing");
  const recoveryCodes = newRecoveryCodes();
  await parts.accounts.replaceRecoveryCodes(account, recoveryCodes.map(hashOfRecoveryCode));
  return done({ recoveryCodes });
}
