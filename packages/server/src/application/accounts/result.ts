import type { AuthorisationCode, Refused } from "../policy/authorise.ts";

/** Why something about accounts is not done. Permanent; each is a problem of the API. */
export type AccountCode =
  | AuthorisationCode
  | "session-missing"
  | "acting-for-missing"
  | "sign-in-refused"
  | "sign-in-limited"
  | "recent-sign-in-needed"
  | "passkey-site-missing"
  | "passkey-refused"
  | "passkey-known"
  | "passkey-unknown"
  | "last-means-of-sign-in"
  | "totp-refused"
  | "password-missing"
  | "password-too-weak"
  | "sign-in-name-taken"
  | "invitation-unknown"
  | "session-unknown"
  | "member-unknown"
  | "last-administrator"
  | "role-not-for-institution"
  | "organisation-unknown"
  | "institution-not-reporting"
  | "own-account"
  | "works-elsewhere"
  | "confirmation-differs"
  | "signature-refused";

export type AccountRefusal = Refused<AccountCode> & { retryAfterSeconds?: number };
export type Result<Value> = { outcome: "done"; value: Value } | AccountRefusal;

export const done = <Value>(value: Value): { outcome: "done"; value: Value } => ({
  outcome: "done",
  value,
});
export const refused = (code: AccountCode): AccountRefusal => ({ outcome: "refused", code });
