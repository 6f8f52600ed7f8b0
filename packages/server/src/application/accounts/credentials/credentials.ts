import type {
  AssertionOptions,
  CreationOptions,
  PasskeyAssertion,
  PasskeyAttestation,
} from "@suzheng/api-contract";
import type { Account, StoredPasskey } from "../account-store.ts";

/** Where people sign in: what passkeys are bound to. */
export type Site = {
  /** `https://suzheng.example` */
  origin: string;
  /** Its host name; null for an address, to which no passkey can be bound. */
  rpId: string | null;
  isSecure: boolean;
};

/** A site with a name. */
export type PasskeySite = Site & { rpId: string };

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for null, which is what there is of an unknown account. */
  verify(password: string, stored: string | null): Promise<boolean>;
}

export interface Totp {
  newSecret(): string;
  uri(enrolled: { secret: string; signInName: string }): string;
  /** Time step that the code belongs to, now or one off; null for another code. */
  stepOf(code: string, given: { secret: string | null; now: string }): Promise<number | null>;
}

/** Encrypts what the server itself has to read again. */
export interface SecretBox {
  seal(text: string): Uint8Array;
  /** Throws for what was not sealed with this key. */
  open(sealed: Uint8Array): string;
}

export type NewPasskey = Pick<
  StoredPasskey,
  "id" | "publicKey" | "algorithm" | "signCount" | "transports"
>;

/** WebAuthn, with passkeys on the device and the person verified. */
export interface RelyingParty {
  creationOptions(asked: {
    site: PasskeySite;
    account: Account;
    known: readonly StoredPasskey[];
  }): Promise<CreationOptions>;
  /** Null when it is not what was asked for. */
  verifyAttestation(given: {
    site: PasskeySite;
    challenge: string;
    attestation: PasskeyAttestation;
  }): Promise<NewPasskey | null>;
  /** A random challenge, unless one is given (base64url). */
  assertionOptions(asked: {
    site: PasskeySite;
    allowed: readonly StoredPasskey[];
    challenge?: string;
  }): Promise<AssertionOptions>;
  verifyAssertion(given: {
    site: PasskeySite;
    challenge: string;
    assertion: PasskeyAssertion;
    passkey: StoredPasskey;
  }): Promise<{ signCount: number } | null>;
  /** The challenge that the browser says was answered; null when it cannot be read. */
  challengeOf(clientDataJSON: string): string | null;
}
