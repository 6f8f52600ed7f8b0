import type { AssertionRequest, SignedHash } from "@suzheng/api-contract";
import { type PasskeySignature, verifyPasskeySignature } from "@suzheng/verifier";
import { type Acting, guard } from "../../policy/authorise.ts";
import type { AccountParts, Visit } from "../account-parts.ts";
import { passkeySiteOf } from "../passkey-site.ts";
import { done, type Result, refused } from "../result.ts";
import { beginCeremony, takeCeremony } from "../sign-in/ceremonies.ts";

/** Evidence of one person's signature, complete for checking offline; names no person. */
export type TakenSignature = {
  /** For the workspace; what goes into a log names a person by a commitment only. */
  account: string;
  credential: string;
  signature: PasskeySignature;
};

const subjectOf = ({ actor, institution }: Acting): string => `${actor.account} ${institution}`;

/** Asks for a passkey's signature whose challenge is the hash of what is signed. */
export const beginSignature = (parts: AccountParts) =>
  guard(
    "signature.begin",
    async (
      acting,
      { visit, hash }: { visit: Visit; hash: string },
    ): Promise<Result<AssertionRequest>> => {
      const site = passkeySiteOf(visit);
      if (site === null) return refused("passkey-site-missing");
      const allowed = await parts.passkeys.of(acting.actor.account);
      if (allowed.length === 0) return refused("passkey-unknown");
      const asked = { site, allowed, challenge: hash };
      const options = await parts.relyingParty.assertionOptions(asked);
      const begun = { purpose: "signature", subject: subjectOf(acting), challenge: hash } as const;
      await beginCeremony(parts, { ...begun, payload: "" });
      return done({ options });
    },
  );

/**
 * Takes a signature that was begun by the same person for the same institution, once. Which action
 * it is for, and whether the person may, is decided by the command that needs it.
 */
export async function takeSignature(
  parts: AccountParts,
  { acting, visit }: { acting: Acting; visit: Visit },
  { hash, assertion }: SignedHash,
): Promise<Result<TakenSignature>> {
  const site = passkeySiteOf(visit);
  if (site === null) return refused("passkey-site-missing");
  const begun = { purpose: "signature", subject: subjectOf(acting), challenge: hash } as const;
  if ((await takeCeremony(parts, begun)) === null) return refused("signature-refused");
  const passkey = await parts.passkeys.byId(assertion.id);
  const { account } = acting.actor;
  if (passkey === null || passkey.account !== account) return refused("signature-refused");
  const given = { site, challenge: hash, assertion, passkey };
  const verified = await parts.relyingParty.verifyAssertion(given);
  const { authenticatorData, clientDataJSON, signature: bytes } = assertion.response;
  const signature: PasskeySignature = {
    publicKeyCose: Buffer.from(passkey.publicKey).toString("base64url"),
    algorithm: passkey.algorithm,
    rpId: site.rpId,
    origin: site.origin,
    contentHash: hash,
    assertion: { authenticatorData, clientDataJSON, signature: bytes },
  };
  // Nothing is taken as evidence that a stranger could not check alone.
  if (verified === null || verifyPasskeySignature(signature).outcome !== "valid") {
    return refused("signature-refused");
  }
  await parts.passkeys.recordUse({ account, id: passkey.id, ...verified, at: parts.now() });
  return done({ account, credential: passkey.id, signature });
}
