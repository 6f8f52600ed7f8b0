export type Account = { account: string; signInName: string; name: string };

export type AccountSecrets = Account & {
  /** PHC string; null for who has no password. */
  password: string | null;
  /** Sealed. */
  totpSecret: Uint8Array | null;
};

export type NewPassword = {
  password: string;
  totpSecret: Uint8Array;
  /** Step of the code that proved the enrolment; not taken again. */
  totpStep: number;
  recoveryHashes: readonly Uint8Array[];
};

export type StoredPasskey = {
  account: string;
  /** Credential id, base64url. */
  id: string;
  /** COSE key. */
  publicKey: Uint8Array;
  algorithm: number;
  signCount: number;
  transports: string[];
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
};

/** Persons and their secrets, whoever they work for. Everything is durable once resolved. */
export interface AccountStore {
  bySignInName(signInName: string): Promise<AccountSecrets | null>;
  byId(account: string): Promise<AccountSecrets | null>;
  /** True once per step, and never for an older one; two at once cannot both get it. */
  takeTotpStep(account: string, step: number): Promise<boolean>;
  /** True once per code. */
  takeRecoveryCode(taken: { account: string; codeHash: Uint8Array; at: string }): Promise<boolean>;
  recoveryCodesLeft(account: string): Promise<number>;
  replaceRecoveryCodes(account: string, hashes: readonly Uint8Array[]): Promise<void>;
  setPassword(account: string, password: NewPassword): Promise<void>;
}

export type PasskeyName = { account: string; id: string };

/** Working passkeys only; revoked ones are kept, and never given back by these. */
export interface PasskeyStore {
  byId(id: string): Promise<StoredPasskey | null>;
  of(account: string): Promise<StoredPasskey[]>;
  add(passkey: StoredPasskey): Promise<"added" | "known">;
  rename(passkey: PasskeyName & { name: string }): Promise<StoredPasskey | null>;
  /** "last" when the person could not sign in without it. */
  revoke(passkey: PasskeyName & { at: string }): Promise<"revoked" | "unknown" | "last">;
  recordUse(use: PasskeyName & { signCount: number; at: string }): Promise<void>;
}
