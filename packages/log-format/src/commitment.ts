import type { Sha256 } from "@suzheng/merkle";
import { fromBase64Url, toBase64Url } from "./base64.ts";

export const SALT_BYTES = 16;

/** Opens a commitment. The salt is 16 random bytes in base64url; erased with the value. */
export type Disclosure = { name: string; value: string; salt: string };

const encoder = new TextEncoder();

/** SHA-256(salt ‖ utf8(name) ‖ 0x00 ‖ utf8(value)), base64url; null as `commitmentOf` says. */
function commitmentTo(
  sha256: Sha256,
  { name, value, salt }: { name: string; value: string; salt: Uint8Array },
): string | null {
  if (salt.length !== SALT_BYTES || name === "" || name.includes("\0")) return null;
  if (!name.isWellFormed() || !value.isWellFormed()) return null;
  const text = encoder.encode(`${name}\0${value}`);
  const preimage = new Uint8Array(SALT_BYTES + text.length);
  preimage.set(salt);
  preimage.set(text, SALT_BYTES);
  // In one part, the fast path of every implementation.
  return toBase64Url(sha256(preimage));
}

/**
 * The commitment that a disclosure opens; null when the salt is not 16 bytes or the name empty or
 * with NUL: the preimage is to be read in one way only.
 */
export function commitmentOf(sha256: Sha256, { salt, ...rest }: Disclosure): string | null {
  const bytes = fromBase64Url(salt);
  return bytes === null ? null : commitmentTo(sha256, { ...rest, salt: bytes });
}

/** The commitment to a value of ours. Throws when it cannot be made. */
export function commit(
  sha256: Sha256,
  opening: { name: string; value: string; salt: Uint8Array },
): string {
  const commitment = commitmentTo(sha256, opening);
  if (commitment === null) throw new Error("a commitment has a name and a salt of 16 bytes");
  return commitment;
}

/** Whether the disclosure is what the commitment was made from. Never throws. */
export const opensCommitment = (
  sha256: Sha256,
  commitment: string,
  disclosure: Disclosure,
): boolean => commitmentOf(sha256, disclosure) === commitment;
