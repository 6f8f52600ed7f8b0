export type CeremonyPurpose =
  | "passkey-sign-in"
  | "passkey-invitation"
  | "passkey-add"
  | "totp-invitation"
  | "totp-account"
  | "signature";

export type CeremonyName = {
  purpose: CeremonyPurpose;
  /** Account or invitation; empty when it is not known yet who it is. */
  subject: string;
  /** Hash of the challenge; empty when there is one per subject. */
  key: Uint8Array;
};

/** What one request begins and a later one finishes, on whichever server it arrives. */
export interface CeremonyStore {
  /** Replaces one of the same name; forgets those that are over. */
  put(
    ceremony: CeremonyName & {
      payload: string;
      now: string;
      expiresAt: string;
      /** For counting; null where nothing is counted. */
      addressHash: string | null;
    },
  ): Promise<void>;
  /** Begun at an address and neither finished nor over, and when the first of them is over. */
  begunAt(addressHash: string, now: string): Promise<{ count: number; firstOverAt: string | null }>;
  /** Null when unknown or over. */
  read(name: CeremonyName & { now: string }): Promise<string | null>;
  /** As `read`, once. */
  take(name: CeremonyName & { now: string }): Promise<string | null>;
}
