import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, type Sha256 } from "@suzheng/merkle";

/** For browsers; on the server the native one is injected. */
export const nobleSha256: Sha256 = (...parts) =>
  sha256(parts.length === 1 ? (parts[0] as Uint8Array) : concatBytes(parts));
