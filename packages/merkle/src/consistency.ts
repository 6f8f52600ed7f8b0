import { bytesEqual } from "./bytes.ts";
import { HASH_BYTES, type Hash, hashNode, type Sha256 } from "./hash.ts";
import { half, isOdd, isTreeSize } from "./units.ts";

export type Consistency = {
  size1: number;
  root1: Hash;
  size2: number;
  root2: Hash;
  /** As in RFC 6962 §2.1.2. Untrusted, of whatever length. */
  proof: readonly Hash[];
};

/**
 * Whether the tree of size2 begins with the tree of size1, RFC 9162 §2.1.4.2. Never throws.
 * An empty older tree proves nothing, so size1 = 0 is always refused.
 */
export function verifyConsistency(sha256: Sha256, consistency: Consistency): boolean {
  const { size1, root1, size2, root2, proof } = consistency;
  if (!isTreeSize(size1) || !isTreeSize(size2) || size1 === 0 || size1 > size2) return false;
  if (size1 === size2) return proof.length === 0 && bytesEqual(root1, root2);
  if (![root1, root2, ...proof].every((hash) => hash.length === HASH_BYTES)) return false;
  const roots = climb(sha256, consistency);
  return roots !== null && bytesEqual(roots[0], root1) && bytesEqual(roots[1], root2);
}

/** Both roots that the proof leads to; null for a proof of the wrong shape. */
function climb(sha256: Sha256, { size1, root1, size2, proof }: Consistency): [Hash, Hash] | null {
  let node = size1 - 1;
  let last = size2 - 1;
  while (isOdd(node)) {
    node = half(node);
    last = half(last);
  }
  // A power-of-two tree is itself the first node of the path, so the proof leaves it out.
  const path = node === 0 ? [root1, ...proof] : proof;
  const start = path[0];
  if (start === undefined) return null;
  let first = start;
  let second = start;
  for (const sibling of path.slice(1)) {
    if (last === 0) return null;
    if (isOdd(node) || node === last) {
      first = hashNode(sha256, sibling, first);
      second = hashNode(sha256, sibling, second);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      second = hashNode(sha256, second, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 ? [first, second] : null;
}
