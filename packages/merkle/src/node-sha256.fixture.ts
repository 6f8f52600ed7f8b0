import { hash } from "node:crypto";
import { concatBytes } from "./bytes.ts";
import type { Hash, Sha256 } from "./hash.ts";

/** As the server injects it. */
export const sha256: Sha256 = (...parts) =>
  hash("sha256", parts.length === 1 ? (parts[0] as Uint8Array) : concatBytes(parts), "buffer");

/** Leaf hashes that are easy to tell apart. */
export const leafHashes = (count: number): Hash[] =>
  Array.from({ length: count }, (_, i) => sha256(new TextEncoder().encode(`leaf ${i}`)));
