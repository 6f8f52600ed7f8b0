import { assert } from "./assert.ts";

/** Limit of C2SP tlog-tiles: the length of an entry is a 16-bit number. */
export const ENTRY_BYTES_MAX = 65_535;

/** (uint16 big-endian length ‖ entry)*, C2SP tlog-tiles. */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const entry of entries) length += 2 + entry.length;
  const bundle = new Uint8Array(length);
  let offset = 0;
  for (const entry of entries) {
    assert(entry.length <= ENTRY_BYTES_MAX, "an entry is at most 65,535 bytes");
    bundle[offset] = entry.length >> 8;
    bundle[offset + 1] = entry.length & 0xff;
    bundle.set(entry, offset + 2);
    offset += 2 + entry.length;
  }
  return bundle;
}

/** The entries, as views on the bundle; null when it does not hold exactly `count` entries. */
export function decodeEntryBundle(bundle: Uint8Array, count: number): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let offset = 0;
  while (offset + 2 <= bundle.length) {
    const length = (bundle[offset] as number) * 256 + (bundle[offset + 1] as number);
    entries.push(bundle.subarray(offset + 2, offset + 2 + length));
    offset += 2 + length;
  }
  return offset === bundle.length && entries.length === count ? entries : null;
}
