export type TokenOwner = { institution: string; id: string };

/** Secrets with which a body's own systems hand in reports. Only hashes are kept. */
export interface Tokens {
  /** The whole token, shown once. */
  create(institution: string): Promise<string>;
  /** Null for an unknown or revoked token. */
  ownerOf(token: string): Promise<TokenOwner | null>;
  revoke(institution: string, id: string): Promise<void>;
}
