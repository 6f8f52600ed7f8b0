import type { Sha256 } from "@suzheng/merkle";
import { fromBase64Url, toBase64Url } from "./base64.ts";

export const SALT_BYTES = 16;

/** Opens a commitment. The salt is 16 random bytes in base64url; erased with the value. */
export type Disclosure = { name: string; value: string; salt: string };

const ZERO = new Uint8Array(1);

/**
 * SHA-256(salt ‖ utf8(name) ‖ 0x00 ‖ utf8(value)), base64url; null when the salt is not 16 bytes or
 * the name empty or with NUL: the preimage is to be read in one way only.
 */
export function commitmentOf(sha256: Sha256, { name, value, salt }: Disclosure): string | null {
  const saltBytes = fromBase64Url(salt);
  if (saltBytes?.length !== SALT_BYTES || name === "" || name.includes("\0")) return null;
  if (!name.isWellFormed() || !value.isWellFormed()) return null;
  const encoder = new TextEncoder();
  return toBase64Url(sha256(saltBytes, encoder.encode(name), ZERO, encoder.encode(value)));
}

/** The commitment to a value of ours. Throws when it cannot be made. */
export function commit(sha256: Sha256, disclosure: Disclosure): string {
  const commitment = commitmentOf(sha256, disclosure);
  if (commitment === null) throw new Error("a commitment has a name and a salt of 16 bytes");
  return commitment;
}

/** Whether the disclosure is what the commitment was made from. Never throws. */
export const opensCommitment = (
  sha256: Sha256,
  commitment: string,
  disclosure: Disclosure,
): boolean => commitmentOf(sha256, disclosure) === commitment;
