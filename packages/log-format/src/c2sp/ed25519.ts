import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";

export type Ed25519Signature = {
  /** 32 bytes. */
  publicKey: Uint8Array;
  message: Uint8Array;
  /** 64 bytes, R ‖ S. */
  signature: Uint8Array;
};

/** A native implementation may stand in; the edge-case vectors say whether it agrees. */
export type VerifyEd25519 = (signed: Ed25519Signature) => boolean;

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;

/**
 * RFC 8032 §5.1.7, strict, with the equation without cofactor as in Go and OpenSSL. Refused: S not
 * below the group order, points not in canonical form, keys or R of small order. Only what every
 * implementation in use accepts is accepted, so that two verifiers never disagree. Never throws.
 */
export const verifyEd25519: VerifyEd25519 = ({ publicKey, message, signature }) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const s = littleEndian(signature.subarray(32));
  if (s >= ORDER) return false;
  const key = decodePoint(publicKey);
  const r = decodePoint(signature.subarray(0, 32));
  if (key === null || r === null || key.isSmallOrder() || r.isSmallOrder()) return false;
  const preimage = new Uint8Array(64 + message.length);
  preimage.set(signature.subarray(0, 32));
  preimage.set(publicKey, 32);
  preimage.set(message, 64);
  const k = littleEndian(sha512(preimage)) % ORDER;
  return Point.BASE.multiplyUnsafe(s).equals(r.add(key.multiplyUnsafe(k)));
};

/** Null for anything but the canonical encoding of a point of the curve. */
function decodePoint(bytes: Uint8Array) {
  try {
    return Point.fromBytes(bytes, false);
  } catch {
    return null; // noble throws for "not a point"; that is an answer here, not a fault
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = value * 256n + BigInt(bytes[i] as number);
  return value;
}
