import type { AssertionRequest, PasskeyAssertion, PasswordSignIn } from "@suzheng/api-contract";
import type { AccountParts, Visit } from "../account-parts.ts";
import type { AccountSecrets } from "../account-store.ts";
import { passkeySiteOf } from "../passkey-site.ts";
import { type AccountRefusal, done, type Result, refused } from "../result.ts";
import { hashOf, hashOfRecoveryCode } from "../secret-code.ts";
import { beginCeremony, takeCeremony } from "./ceremonies.ts";
import { normalPassword } from "./password-strength.ts";
import { beginSession } from "./sessions.ts";
import {
  addressHashOf,
  attemptSignIn,
  foldSignInName,
  type SignInAttempt,
} from "./sign-in-attempts.ts";
import { SIGN_IN_LIMITS } from "./sign-in-limits.ts";

/** The secret of the new session, or a refusal that does not say which part was wrong. */
type SignIn = Promise<Result<string>>;

async function signIn(
  parts: AccountParts,
  attempt: SignInAttempt,
  judge: () => Promise<string | null>,
): SignIn {
  const judged = await attemptSignIn(parts, attempt, judge);
  if (judged.outcome === "refused") return judged;
  const { means, visit } = attempt;
  return done(await beginSession(parts, { account: judged.value, means, visit }));
}

export function signInByPassword(
  parts: AccountParts,
  visit: Visit,
  { signInName, password, secondFactor }: PasswordSignIn,
): SignIn {
  const name = foldSignInName(signInName);
  const means = secondFactor.kind === "totp" ? "password-totp" : "password-recovery-code";
  return signIn(parts, { visit, means, name }, async () => {
    // Each step is taken for unknown accounts and wrong passwords too, so that time tells nothing.
    const stored = await parts.accounts.bySignInName(name);
    const given = normalPassword(password);
    const isPassword = await parts.passwords.verify(given, stored?.password ?? null);
    const isSecond =
      secondFactor.kind === "totp"
        ? await takeTotp(parts, { stored, code: secondFactor.code, isPassword })
        : await takeRecoveryCode(parts, { stored, code: secondFactor.code, isPassword });
    return isPassword && isSecond ? (stored?.account ?? null) : null;
  });
}

type SecondFactorGiven = { stored: AccountSecrets | null; code: string; isPassword: boolean };

async function takeTotp(
  parts: AccountParts,
  { stored, code, isPassword }: SecondFactorGiven,
): Promise<boolean> {
  const sealed = stored?.totpSecret ?? null;
  const secret = sealed === null ? null : parts.secretBox.open(sealed);
  const step = await parts.totp.stepOf(code, { secret, now: parts.now() });
  const account = isPassword && step !== null ? (stored?.account ?? "") : "";
  return await parts.accounts.takeTotpStep(account, step ?? 0);
}

function takeRecoveryCode(
  parts: AccountParts,
  { stored, code, isPassword }: SecondFactorGiven,
): Promise<boolean> {
  const account = isPassword ? (stored?.account ?? "") : "";
  const codeHash = hashOfRecoveryCode(code);
  return parts.accounts.takeRecoveryCode({ account, codeHash, at: parts.now() });
}

/** Any passkey of this site: the device offers those it has, and nobody is asked for a name. */
export async function beginPasskeySignIn(
  parts: AccountParts,
  visit: Visit,
): Promise<Result<AssertionRequest>> {
  const site = passkeySiteOf(visit);
  if (site === null) return refused("passkey-site-missing");
  const addressHash = addressHashOf(parts, visit);
  const limit = await limitOf(parts, addressHash);
  if (limit !== null) return limit;
  const options = await parts.relyingParty.assertionOptions({ site, allowed: [] });
  const { challenge } = options;
  const begun = { purpose: "passkey-sign-in", subject: "", challenge } as const;
  await beginCeremony(parts, { ...begun, payload: "", addressHash });
  return done({ options });
}

/** What was begun is kept for a while, so nobody may begin without end. */
async function limitOf(parts: AccountParts, addressHash: string): Promise<AccountRefusal | null> {
  const now = parts.now();
  const { count, firstOverAt } = await parts.ceremonies.begunAt(addressHash, now);
  if (count < SIGN_IN_LIMITS.passkeysBegunMax.value || firstOverAt === null) return null;
  const waitMs = Date.parse(firstOverAt) - Date.parse(now);
  return {
    ...refused("sign-in-limited"),
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
  };
}

export async function finishPasskeySignIn(
  parts: AccountParts,
  visit: Visit,
  assertion: PasskeyAssertion,
): SignIn {
  const site = passkeySiteOf(visit);
  if (site === null) return refused("passkey-site-missing");
  return signIn(parts, { visit, means: "passkey", name: null }, async () => {
    const challenge = parts.relyingParty.challengeOf(assertion.response.clientDataJSON) ?? "";
    const begun = { purpose: "passkey-sign-in", subject: "", challenge } as const;
    if ((await takeCeremony(parts, begun)) === null) return null;
    const passkey = await parts.passkeys.byId(assertion.id);
    if (passkey === null) return null;
    const given = { site, challenge, assertion, passkey };
    const verified = await parts.relyingParty.verifyAssertion(given);
    if (verified === null) return null;
    const { account, id } = passkey;
    await parts.passkeys.recordUse({ account, id, ...verified, at: parts.now() });
    return account;
  });
}

/** Only where all data are invented. */
export function signInByLink(parts: AccountParts, visit: Visit, code: string): SignIn {
  return signIn(parts, { visit, means: "link", name: null }, async () =>
    parts.isDemo() ? await parts.links.take(hashOf(code), parts.now()) : null,
  );
}
