import type { TotpEnrolment } from "@suzheng/api-contract";
import type { AccountParts } from "../account-parts.ts";
import type { NewPassword } from "../account-store.ts";
import { done, type Result, refused } from "../result.ts";
import { hashOfRecoveryCode, newRecoveryCodes } from "../secret-code.ts";
import { beginCeremony, readCeremony } from "../sign-in/ceremonies.ts";
import type { CeremonyPurpose } from "../sign-in/ceremony-store.ts";
import { isTooWeak, normalPassword } from "../sign-in/password-strength.ts";

/** For whom an authenticator app is enrolled: an account, or the holder of an invitation. */
export type Enrolling = {
  purpose: Extract<CeremonyPurpose, "totp-invitation" | "totp-account">;
  subject: string;
};

export async function beginTotp(
  parts: AccountParts,
  { purpose, subject }: Enrolling,
  signInName: string,
): Promise<TotpEnrolment> {
  const secret = parts.totp.newSecret();
  const payload = Buffer.from(parts.secretBox.seal(secret)).toString("base64url");
  await beginCeremony(parts, { purpose, subject, challenge: "", payload });
  return { secret, uri: parts.totp.uri({ secret, signInName }) };
}

export type PasswordGiven = { signInName: string; password: string; totp: string };

/** Password, proven second factor and recovery codes, ready to be stored together. */
export async function makePassword(
  parts: AccountParts,
  enrolling: Enrolling,
  { signInName, password, totp }: PasswordGiven,
): Promise<Result<{ password: NewPassword; recoveryCodes: string[] }>> {
  if (isTooWeak(password, signInName)) return refused("password-too-weak");
  const payload = await readCeremony(parts, { ...enrolling, challenge: "" });
  if (payload === null) return refused("totp-refused");
  const totpSecret = Buffer.from(payload, "base64url");
  const secret = parts.secretBox.open(totpSecret);
  const totpStep = await parts.totp.stepOf(totp, { secret, now: parts.now() });
  if (totpStep === null) return refused("totp-refused");
  const recoveryCodes = newRecoveryCodes();
  const made = {
    password: await parts.passwords.hash(normalPassword(password)),
    totpSecret,
    totpStep,
    recoveryHashes: recoveryCodes.map(hashOfRecoveryCode),
  };
  return done({ password: made, recoveryCodes });
}
