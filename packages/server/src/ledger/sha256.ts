import { createHash, hash } from "node:crypto";
import type { Sha256 } from "@suzheng/merkle";

/** Native SHA-256; one part, the usual case, takes the one-shot call. */
export const sha256: Sha256 = (...parts) => {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return hash("sha256", only, "buffer");
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part);
  return digest.digest();
};
