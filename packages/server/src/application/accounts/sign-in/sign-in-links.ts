/** One-time links with which the invented people of an installation with demo data sign in. */
export interface SignInLinks {
  put(link: { codeHash: Uint8Array; account: string; expiresAt: string }): Promise<void>;
  /** The account, once. */
  take(codeHash: Uint8Array, now: string): Promise<string | null>;
}
