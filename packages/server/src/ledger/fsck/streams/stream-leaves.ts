import { HASH_BYTES } from "@suzheng/merkle";
import type { FsckLeaves } from "../../../application/fsck.ts";

const FIRST_LEAVES = 4096;

/** Leaf hashes with their indexes, in any order; can be handed from thread to thread. */
export type StreamLeaves = {
  indexes: Float64Array<ArrayBuffer>;
  hashes: Uint8Array<ArrayBuffer>;
  /** When each says that it was recorded, see `timeOrder`. */
  times: Float64Array<ArrayBuffer>;
  count: number;
};

export type LeafCollector = {
  add(index: number, hash: Uint8Array, time: number): void;
  leaves(): StreamLeaves;
};

export function collectLeaves(): LeafCollector {
  let indexes = new Float64Array(FIRST_LEAVES);
  let hashes = new Uint8Array(FIRST_LEAVES * HASH_BYTES);
  let times = new Float64Array(FIRST_LEAVES);
  let count = 0;
  function grow(): void {
    const before = { indexes, hashes, times };
    indexes = new Float64Array(2 * indexes.length);
    hashes = new Uint8Array(2 * hashes.length);
    times = new Float64Array(2 * times.length);
    indexes.set(before.indexes);
    hashes.set(before.hashes);
    times.set(before.times);
  }
  return {
    add(index, hash, time) {
      if (count === indexes.length) grow();
      indexes[count] = index;
      times[count] = time;
      hashes.set(hash, count * HASH_BYTES);
      count += 1;
    },
    // What is to spare would be kept until the whole log is looked at.
    leaves: () => ({
      indexes: indexes.slice(0, count),
      hashes: hashes.slice(0, count * HASH_BYTES),
      times: times.slice(0, count),
      count,
    }),
  };
}

/** Where no leaf has come. */
const NO_INDEX = -1;
/** A multiple of a bundle. */
const LEAVES_AT_A_TIME = 4096;

/** As many leaves as the log is said to have, in its order. */
export function inOrderOfLog(parts: readonly StreamLeaves[], size: number): FsckLeaves[] {
  const hashes = Buffer.alloc(size * HASH_BYTES);
  const isThere = new Uint8Array(size);
  for (const part of parts) {
    for (let i = 0; i < part.count; i++) {
      const index = part.indexes[i] ?? NO_INDEX;
      // One beyond the end leaves one missing, or is one too many.
      if (index < 0 || index >= size) continue;
      hashes.set(part.hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES), index * HASH_BYTES);
      isThere[index] = 1;
    }
  }
  const pages: FsckLeaves[] = [];
  for (let from = 0; from < size; from += LEAVES_AT_A_TIME) {
    pages.push({
      count: Math.min(LEAVES_AT_A_TIME, size - from),
      index: (row) => (isThere[from + row] === 1 ? from + row : NO_INDEX),
      leafHash: (row) => hashes.subarray((from + row) * HASH_BYTES, (from + row + 1) * HASH_BYTES),
    });
  }
  return pages;
}
