import { createHash } from "node:crypto";

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** RFC 6962 §2.1, hash of one entry. */
export const leafHash = (entry: Uint8Array): Buffer => sha256(Buffer.from([0]), entry);

/**
 * RFC 6962 §2.1, MTH over leaf hashes; written anew here, so that the platform's own is checked.
 */
export function merkleTreeHash(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return sha256();
  if (hashes.length === 1) return hashes[0] ?? Buffer.alloc(0);
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  const left = merkleTreeHash(hashes.slice(0, split));
  const right = merkleTreeHash(hashes.slice(split));
  return sha256(Buffer.from([1]), left, right);
}

/** C2SP tlog-tiles, entry bundle: each entry behind its length in two bytes, big-endian. */
export function readBundle(bytes: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt16BE(at);
    entries.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return entries;
}

export function readTile(bytes: Buffer): Buffer[] {
  const hashes: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 32) hashes.push(bytes.subarray(at, at + 32));
  return hashes;
}

const WIDTH = 256;

/** C2SP tlog-tiles: an index in groups of three digits, all but the last behind an `x`. */
export function tileIndex(index: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, "0");
  const groups = digits.match(/\d{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
}

/** Paths that a log of this size has, by kind: `0`, `1`, … for tiles, `entries` for bundles. */
export function filesOfLog(size: number): Map<string, string[]> {
  const files = new Map([["entries", pathsOf("entries", size)]]);
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / WIDTH)) {
    files.set(String(level), pathsOf(String(level), hashes));
  }
  return files;
}

function pathsOf(kind: string, count: number): string[] {
  const full = Math.floor(count / WIDTH);
  const paths = Array.from({ length: full }, (_, i) => `tile/${kind}/${tileIndex(i)}`);
  const rest = count % WIDTH;
  return rest === 0 ? paths : [...paths, `tile/${kind}/${tileIndex(full)}.p/${rest}`];
}
