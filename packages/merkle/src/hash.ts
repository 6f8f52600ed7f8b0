import { assert } from "./assert.ts";

/** 32 bytes. */
export type Hash = Uint8Array;

/**
 * SHA-256 over the concatenation of the parts. Injected: native on the server, noble in browsers.
 */
export type Sha256 = (...parts: Uint8Array[]) => Hash;

export const HASH_BYTES = 32;

const NODE_PREFIX = 0x01;
const LEAF_PREFIX = 0x00;

// Reused: hashing is synchronous and one part is the fast path of every implementation.
const nodePreimage = new Uint8Array(1 + 2 * HASH_BYTES);
const leafPreimage = new Uint8Array(4096);

/** Hash of a leaf, RFC 6962 §2.1: SHA-256(0x00 ‖ entry). */
export function hashLeaf(sha256: Sha256, entry: Uint8Array): Hash {
  const length = entry.length + 1;
  const preimage =
    length <= leafPreimage.length ? leafPreimage.subarray(0, length) : new Uint8Array(length);
  preimage[0] = LEAF_PREFIX;
  preimage.set(entry, 1);
  return sha256(preimage);
}

/** SHA-256(prefix ‖ left ‖ right); both children are 32 bytes. */
export function hashPair(sha256: Sha256, prefix: number, children: readonly [Hash, Hash]): Hash {
  const [left, right] = children;
  assert(left.length === HASH_BYTES && right.length === HASH_BYTES, "a hash is 32 bytes");
  nodePreimage[0] = prefix;
  nodePreimage.set(left, 1);
  nodePreimage.set(right, 1 + HASH_BYTES);
  return sha256(nodePreimage);
}

/** Hash of an interior node, RFC 6962 §2.1: SHA-256(0x01 ‖ left ‖ right). */
export function hashNode(sha256: Sha256, left: Hash, right: Hash): Hash {
  return hashPair(sha256, NODE_PREFIX, [left, right]);
}

/** Root of the tree without leaves, RFC 6962 §2.1: SHA-256 of nothing. */
export const emptyRoot = (sha256: Sha256): Hash => sha256(new Uint8Array(0));
