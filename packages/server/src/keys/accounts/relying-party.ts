import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type {
  AssertionOptions,
  CreationOptions,
  PasskeyAssertion,
  PasskeyAttestation,
} from "@suzheng/api-contract";
import { COSE_EDDSA, COSE_ES256, parseCoseKey } from "@suzheng/verifier";
import type { RelyingParty } from "../../application/accounts/credentials/credentials.ts";

const NAME = "溯证 Suzheng";
/** What the verifier checks offline, too. */
const ALGORITHMS = [COSE_EDDSA, COSE_ES256];
const TIMEOUT_MS = 5 * 60_000;

/** The library throws for whatever does not fit; here that is an answer. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch {
    return null;
  }
}

/**
 * Checked by the contract; the library's types say the same without `undefined` for what is absent.
 */
const asResponse = <T>(response: PasskeyAssertion | PasskeyAttestation): T =>
  structuredClone(response) as T;

export function webauthnRelyingParty(): RelyingParty {
  return {
    async creationOptions({ site, account, known }) {
      const options = await generateRegistrationOptions({
        rpName: NAME,
        rpID: site.rpId,
        userID: Uint8Array.from(Buffer.from(account.account, "hex")),
        userName: account.signInName,
        userDisplayName: account.name,
        timeout: TIMEOUT_MS,
        attestationType: "none",
        excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        supportedAlgorithmIDs: ALGORITHMS,
      });
      return options as CreationOptions;
    },

    async verifyAttestation({ site, challenge, attestation }) {
      const verified = await orNull(
        verifyRegistrationResponse({
          response: asResponse<RegistrationResponseJSON>(attestation),
          expectedChallenge: challenge,
          expectedOrigin: site.origin,
          expectedRPID: site.rpId,
          requireUserVerification: true,
          supportedAlgorithmIDs: ALGORITHMS,
        }),
      );
      if (verified?.registrationInfo === undefined || !verified.verified) return null;
      const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
      const algorithm = algorithmOf(publicKey);
      if (algorithm === null) return null;
      return { id, publicKey, algorithm, signCount: counter, transports: transports ?? [] };
    },

    async assertionOptions({ site, allowed, challenge }) {
      const options = await generateAuthenticationOptions({
        rpID: site.rpId,
        timeout: TIMEOUT_MS,
        userVerification: "required",
        allowCredentials: allowed.map(({ id, transports }) => ({ id, transports })),
        ...(challenge === undefined ? {} : { challenge: bytesOf(challenge) }),
      });
      return { allowCredentials: [], ...options } as AssertionOptions;
    },

    async verifyAssertion({ site, challenge, assertion, passkey }) {
      const { id, publicKey, signCount } = passkey;
      const verified = await orNull(
        verifyAuthenticationResponse({
          response: asResponse<AuthenticationResponseJSON>(assertion),
          expectedChallenge: challenge,
          expectedOrigin: site.origin,
          expectedRPID: site.rpId,
          requireUserVerification: true,
          credential: { id, publicKey: Uint8Array.from(publicKey), counter: signCount },
        }),
      );
      if (verified === null || !verified.verified) return null;
      return { signCount: verified.authenticationInfo.newCounter };
    },

    challengeOf,
  };
}

function challengeOf(clientDataJSON: string): string | null {
  try {
    const client: unknown = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString());
    if (typeof client !== "object" || client === null || !("challenge" in client)) return null;
    return typeof client.challenge === "string" ? client.challenge : null;
  } catch {
    return null; // Not JSON: an answer here, not a fault.
  }
}

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, "base64url"));

const algorithmOf = (publicKey: Uint8Array): number | null =>
  parseCoseKey(publicKey)?.algorithm ?? null;
