import { bytesEqual } from "./bytes.ts";
import { HASH_BYTES, type Hash, hashNode, type Sha256 } from "./hash.ts";
import { half, isOdd, isTreeSize } from "./units.ts";

export type Inclusion = {
  index: number;
  size: number;
  leafHash: Hash;
  /** Sibling hashes, leaf to root. Untrusted, of whatever length. */
  proof: readonly Hash[];
  root: Hash;
};

/** Whether the leaf stands at the index in the tree of that size and root. Never throws. */
export function verifyInclusion(sha256: Sha256, inclusion: Inclusion): boolean {
  const root = inclusionRoot(sha256, inclusion);
  return root !== null && bytesEqual(root, inclusion.root);
}

/** The root that the proof leads to, RFC 9162 §2.1.3.2; null for a proof of the wrong shape. */
export function inclusionRoot(sha256: Sha256, inclusion: Omit<Inclusion, "root">): Hash | null {
  const { index, size, leafHash, proof } = inclusion;
  if (!isTreeSize(size) || !isTreeSize(index) || index >= size) return null;
  if (![leafHash, ...proof].every((hash) => hash.length === HASH_BYTES)) return null;
  let node = index;
  let last = size - 1;
  let root = leafHash;
  for (const sibling of proof) {
    if (last === 0) return null;
    if (isOdd(node) || node === last) {
      root = hashNode(sha256, sibling, root);
      // A last node without right sibling moves up until it is a right child.
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      root = hashNode(sha256, root, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 ? root : null;
}
