export type TokenOwner = { institution: string; id: string };

/** Secrets with which a body's own systems hand in reports. Only hashes are kept. */
export interface Tokens {
  /** The whole token, shown once. */
  create(institution: string): Promise<string>;
  /** Null for an unknown or revoked token. */
  ownerOf(token: string): Promise<TokenOwner | null>;
  /** False when the institution has no such token that still works. */
  revoke(institution: string, id: string): Promise<boolean>;
}
