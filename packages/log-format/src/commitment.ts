import { bytesEqual, type Hash, type Sha256 } from "@suzheng/merkle";
import { fromBase64Url, toBase64Url } from "./base64.ts";

export const SALT_BYTES = 16;

/** Opens a commitment. The salt is 16 random bytes in base64url; erased with the value. */
export type Disclosure = { name: string; value: string; salt: string };

const ZERO = new Uint8Array(1);

/**
 * SHA-256(salt ‖ utf8(name) ‖ 0x00 ‖ utf8(value)), base64url. The name has no NUL, so that the
 * preimage can be read in one way only.
 */
export function commit(sha256: Sha256, { name, value, salt }: Disclosure): string {
  const saltBytes = fromBase64Url(salt);
  if (saltBytes?.length !== SALT_BYTES) throw new Error("a salt is 16 bytes in base64url");
  if (name === "" || name.includes("\0")) throw new Error("a commitment has a name without NUL");
  return toBase64Url(commitmentHash(sha256, { name, value }, saltBytes));
}

/** Whether the disclosure is what the commitment was made from. Never throws. */
export function opensCommitment(
  sha256: Sha256,
  commitment: string,
  { name, value, salt }: Disclosure,
): boolean {
  const hash = fromBase64Url(commitment);
  const saltBytes = fromBase64Url(salt);
  if (hash === null || saltBytes?.length !== SALT_BYTES) return false;
  if (name === "" || name.includes("\0")) return false;
  if (!name.isWellFormed() || !value.isWellFormed()) return false;
  return bytesEqual(hash, commitmentHash(sha256, { name, value }, saltBytes));
}

function commitmentHash(
  sha256: Sha256,
  { name, value }: { name: string; value: string },
  salt: Uint8Array,
): Hash {
  const encoder = new TextEncoder();
  return sha256(salt, encoder.encode(name), ZERO, encoder.encode(value));
}
