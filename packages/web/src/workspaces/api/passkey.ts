import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import type {
  AssertionOptions,
  CreationOptions,
  PasskeyAssertion,
  PasskeyAttestation,
} from "@suzheng/api-contract";

/** The person closed the device's window or it timed out: no fault, they may try again. */
export class PasskeyCancelled extends Error {}

async function orCancelled<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "NotAllowedError" || name === "AbortError") {
      throw new PasskeyCancelled("cancelled", { cause: error });
    }
    throw error;
  }
}

type RequestJson = Parameters<typeof startAuthentication>[0]["optionsJSON"];
type CreationJson = Parameters<typeof startRegistration>[0]["optionsJSON"];

/** The contract describes the same JSON as WebAuthn, checked by the server's schemas. */
export async function assertPasskey(options: AssertionOptions): Promise<PasskeyAssertion> {
  const optionsJSON = options as RequestJson;
  return (await orCancelled(startAuthentication({ optionsJSON }))) as PasskeyAssertion;
}

export async function createPasskey(options: CreationOptions): Promise<PasskeyAttestation> {
  const optionsJSON = options as CreationJson;
  return (await orCancelled(startRegistration({ optionsJSON }))) as PasskeyAttestation;
}

export const hasPasskeys = (): boolean => "PublicKeyCredential" in globalThis;
