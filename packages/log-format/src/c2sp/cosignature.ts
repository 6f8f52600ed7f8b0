import { concatBytes } from "@suzheng/merkle";
import type { NoteSignature } from "./note.ts";
import type { VerificationKey } from "./verification-key.ts";

/** C2SP tlog-cosignature, `cosignature/v1`: seen by a witness at this time. */
export type Cosignature = {
  /** Seconds since 1970, never 0. */
  timestamp: number;
  /** 64 bytes, Ed25519. */
  signature: Uint8Array;
};

const COSIGNATURE_BYTES = 8 + 64;

/** What the witness signs: the time and the whole text of the checkpoint note. */
export const cosignedMessage = (noteText: string, timestamp: number): Uint8Array =>
  new TextEncoder().encode(`cosignature/v1\ntime ${timestamp}\n${noteText}`);

/** u64be timestamp ‖ signature; null for anything else. */
export function parseCosignature(bytes: Uint8Array): Cosignature | null {
  if (bytes.length !== COSIGNATURE_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const timestamp = Number(view.getBigUint64(0));
  if (timestamp === 0 || !Number.isSafeInteger(timestamp)) return null;
  return { timestamp, signature: bytes.slice(8) };
}

/** The witness's line for a checkpoint; `key` is of type 04, `sign` is Ed25519. */
export function cosign(
  noteText: string,
  witness: {
    key: VerificationKey;
    timestamp: number;
    sign: (message: Uint8Array) => Uint8Array;
  },
): NoteSignature {
  const { key, timestamp, sign } = witness;
  if (!Number.isSafeInteger(timestamp) || timestamp <= 0)
    throw new Error("a cosignature has a time");
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(timestamp));
  const signature = sign(cosignedMessage(noteText, timestamp));
  return { name: key.name, keyId: key.keyId, bytes: concatBytes([time, signature]) };
}
