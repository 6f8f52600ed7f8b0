/** Signing keys of logs; a key never leaves its keeper. */
export interface LogKeys {
  /** Ed25519 public key, 32 bytes; null when there is no key, not yet or no longer. */
  publicKey(log: string): Promise<Uint8Array | null>;
  /** Makes the key unless there is one. Only for a log that was never signed: see `guardKey`. */
  make(log: string): Promise<void>;
  /** Ed25519 signature, 64 bytes. Throws when there is no key. */
  sign(log: string, message: Uint8Array): Promise<Uint8Array>;
}
