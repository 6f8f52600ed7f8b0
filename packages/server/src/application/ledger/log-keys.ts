/** Signing keys of logs; a key never leaves its keeper. */
export interface LogKeys {
  /** Ed25519 public key, 32 bytes; made on first use. */
  publicKey(log: string): Promise<Uint8Array>;
  /** Ed25519 signature, 64 bytes. */
  sign(log: string, message: Uint8Array): Promise<Uint8Array>;
}
