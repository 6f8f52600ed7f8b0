import type { AccountParts } from "../account-parts.ts";
import { hashOf } from "../secret-code.ts";
import type { CeremonyPurpose } from "./ceremony-store.ts";

/** Also the time that browsers give a person, `timeout`. */
export const CEREMONY_MS_MAX = 5 * 60_000;
const ENROLMENT_MS_MAX = 30 * 60_000;

type Begun = { purpose: CeremonyPurpose; subject: string; challenge: string };

const nameOf = ({ purpose, subject, challenge }: Begun) => ({
  purpose,
  subject,
  key: hashOf(challenge),
});

/** Enrolling an authenticator app takes a person longer than a passkey. */
const isEnrolment = (purpose: CeremonyPurpose): boolean => purpose.startsWith("totp-");

export function beginCeremony(
  parts: Pick<AccountParts, "ceremonies" | "now">,
  begun: Begun & { payload: string; addressHash?: string },
): Promise<void> {
  const now = parts.now();
  const ms = isEnrolment(begun.purpose) ? ENROLMENT_MS_MAX : CEREMONY_MS_MAX;
  const expiresAt = new Date(Date.parse(now) + ms).toISOString();
  const kept = { payload: begun.payload, addressHash: begun.addressHash ?? null };
  return parts.ceremonies.put({ ...nameOf(begun), ...kept, now, expiresAt });
}

/** What was kept for it, once; null when it was never begun, is finished or over. */
export const takeCeremony = (
  parts: Pick<AccountParts, "ceremonies" | "now">,
  begun: Begun,
): Promise<string | null> => parts.ceremonies.take({ ...nameOf(begun), now: parts.now() });

/** Without ending it: a mistyped code may be typed again. */
export const readCeremony = (
  parts: Pick<AccountParts, "ceremonies" | "now">,
  begun: Begun,
): Promise<string | null> => parts.ceremonies.read({ ...nameOf(begun), now: parts.now() });
