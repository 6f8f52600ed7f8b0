import { emptyRoot, type Hash, hashNode } from "./hash.ts";
import { sha256 } from "./node-sha256.fixture.ts";

// RFC 6962 §2.1 word for word, on arrays: slow and independent of the code under test.

function split(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

export function treeHash(leaves: readonly Hash[]): Hash {
  const [only] = leaves;
  if (only === undefined) return emptyRoot(sha256);
  if (leaves.length === 1) return only;
  const k = split(leaves.length);
  return hashNode(sha256, treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

export function path(m: number, leaves: readonly Hash[]): Hash[] {
  if (leaves.length <= 1) return [];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k ? [...path(m, left), treeHash(right)] : [...path(m - k, right), treeHash(left)];
}

export const proof = (m: number, leaves: readonly Hash[]): Hash[] => subproof(m, leaves, true);

function subproof(m: number, leaves: readonly Hash[], whole: boolean): Hash[] {
  if (m === leaves.length) return whole ? [] : [treeHash(leaves)];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  if (m <= k) return [...subproof(m, left, whole), treeHash(right)];
  return [...subproof(m - k, right, false), treeHash(left)];
}
