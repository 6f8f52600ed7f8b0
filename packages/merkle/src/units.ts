import { assert } from "./assert.ts";

/** The most a tree can hold: indexes and sizes are numbers, exact up to 2^53 − 1. */
export const TREE_SIZE_MAX = Number.MAX_SAFE_INTEGER;

export const isTreeSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0;

export function assertTreeSize(size: number): void {
  assert(isTreeSize(size), `a tree size is an integer from 0 to 2^53 − 1, not ${size}`);
}

export function assertLeafIndex(index: number, size: number): void {
  assert(isTreeSize(index) && index < size, `a leaf index is below its tree size, not ${index}`);
}

// Division instead of shifts: JavaScript shifts wrap at 32 bits.
export const half = (n: number): number => Math.floor(n / 2);
export const isOdd = (n: number): boolean => n % 2 === 1;

/** The split point of RFC 6962 §2.1: the largest power of two strictly below n, for n > 1. */
export function splitPoint(n: number): number {
  assert(n > 1, "only a tree of two leaves or more is split");
  let power = 2 ** Math.floor(Math.log2(n));
  // log2 rounds near large powers of two, so the candidate is corrected in both directions.
  while (power >= n) power /= 2;
  while (power * 2 < n) power *= 2;
  return power;
}
