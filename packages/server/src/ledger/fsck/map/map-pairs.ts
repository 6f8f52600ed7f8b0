const PAIR_BYTES = 64;
const FIRST_PAIRS = 4096;

/** Keys and values of a map, 32 bytes each, packed; can be handed from thread to thread. */
export type MapPairs = { bytes: Uint8Array<ArrayBuffer>; count: number };

export type PairCollector = {
  add(key: Uint8Array, value: Uint8Array): void;
  pairs(): MapPairs;
};

export function collectPairs(): PairCollector {
  let bytes = new Uint8Array(FIRST_PAIRS * PAIR_BYTES);
  let count = 0;
  return {
    add(key, value) {
      if ((count + 1) * PAIR_BYTES > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      bytes.set(key, count * PAIR_BYTES);
      bytes.set(value, count * PAIR_BYTES + 32);
      count += 1;
    },
    // What is to spare would be kept until the whole log is looked at.
    pairs: () => ({ bytes: bytes.slice(0, count * PAIR_BYTES), count }),
  };
}

export function joinPairs(parts: readonly MapPairs[]): MapPairs {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const bytes = new Uint8Array(count * PAIR_BYTES);
  let at = 0;
  for (const part of parts) {
    bytes.set(part.bytes.subarray(0, part.count * PAIR_BYTES), at);
    at += part.count * PAIR_BYTES;
  }
  return { bytes, count };
}

/** The pairs in key order; keys are hashes, so that six bytes tell nearly all of them apart. */
export function sortPairs({ bytes, count }: MapPairs): Buffer {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, count * PAIR_BYTES);
  const heads = new Float64Array(count);
  for (let i = 0; i < count; i++) heads[i] = all.readUIntBE(i * PAIR_BYTES, 6);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  order.sort((one, other) => {
    const difference = (heads[one] ?? 0) - (heads[other] ?? 0);
    if (difference !== 0) return difference;
    const at = other * PAIR_BYTES;
    return all.compare(all, at, at + 32, one * PAIR_BYTES, one * PAIR_BYTES + 32);
  });
  const sorted = Buffer.allocUnsafe(count * PAIR_BYTES);
  for (let i = 0; i < count; i++) {
    const at = (order[i] ?? 0) * PAIR_BYTES;
    all.copy(sorted, i * PAIR_BYTES, at, at + PAIR_BYTES);
  }
  return sorted;
}
