import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "../node-sha256.fixture.ts";
import { SIGNATURE_TYPE, verificationKey } from "./verification-key.ts";

/** A key pair that follows from its name. */
export function sampleSigner(name: string, kind: "ed25519" | "cosignature" = "ed25519") {
  const secret = sha256(new TextEncoder().encode(`suzheng sample key ${name}`));
  const publicKey = ed25519.getPublicKey(secret);
  return {
    key: verificationKey(sha256, { name, type: SIGNATURE_TYPE[kind], publicKey }),
    sign: (message: Uint8Array): Uint8Array => ed25519.sign(message, secret),
  };
}
