import type { CreationRequest, PasskeyAttestation } from "@suzheng/api-contract";
import type { AccountParts, Visit } from "../account-parts.ts";
import type { Account, StoredPasskey } from "../account-store.ts";
import { passkeySiteOf } from "../passkey-site.ts";
import { done, type Result, refused } from "../result.ts";
import { beginCeremony, takeCeremony } from "../sign-in/ceremonies.ts";
import type { CeremonyPurpose } from "../sign-in/ceremony-store.ts";

export type PasskeyEnrolling = {
  purpose: Extract<CeremonyPurpose, "passkey-invitation" | "passkey-add">;
  subject: string;
  visit: Visit;
};

/** The account goes into the authenticator, so it is decided here and kept until the end. */
export async function beginPasskey(
  parts: AccountParts,
  { purpose, subject, visit }: PasskeyEnrolling,
  account: Account,
): Promise<Result<CreationRequest>> {
  const site = passkeySiteOf(visit);
  if (site === null) return refused("passkey-site-missing");
  const known = await parts.passkeys.of(account.account);
  const options = await parts.relyingParty.creationOptions({ site, account, known });
  const payload = JSON.stringify(account);
  await beginCeremony(parts, { purpose, subject, challenge: options.challenge, payload });
  return done({ options });
}

export async function finishPasskey(
  parts: AccountParts,
  { purpose, subject, visit }: PasskeyEnrolling,
  { attestation, name }: { attestation: PasskeyAttestation; name: string },
): Promise<Result<{ account: Account; passkey: StoredPasskey }>> {
  const site = passkeySiteOf(visit);
  if (site === null) return refused("passkey-site-missing");
  const challenge = parts.relyingParty.challengeOf(attestation.response.clientDataJSON) ?? "";
  const payload = await takeCeremony(parts, { purpose, subject, challenge });
  if (payload === null) return refused("passkey-refused");
  const made = await parts.relyingParty.verifyAttestation({ site, challenge, attestation });
  if (made === null) return refused("passkey-refused");
  const account = JSON.parse(payload) as Account;
  const createdAt = parts.now();
  const passkey = { ...made, account: account.account, name, createdAt, lastUsedAt: null };
  return done({ account, passkey });
}
