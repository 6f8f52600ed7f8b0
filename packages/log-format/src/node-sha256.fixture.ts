import { hash } from "node:crypto";
import { concatBytes, type Sha256 } from "@suzheng/merkle";

/** As the server injects it. */
export const sha256: Sha256 = (...parts) =>
  hash("sha256", parts.length === 1 ? (parts[0] as Uint8Array) : concatBytes(parts), "buffer");
