import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from "node:crypto";
import {
  SIGNATURE_TYPE,
  type VerificationKey,
  type VerifyEd25519,
  verificationKey,
} from "@suzheng/log-format";
import { concatBytes, type Sha256 } from "@suzheng/merkle";

/** As the server injects it. */
export const sha256: Sha256 = (...parts) =>
  hash("sha256", parts.length === 1 ? (parts[0] as Uint8Array) : concatBytes(parts), "buffer");

const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** Native Ed25519, to be injected where a verification has to be fast. */
export const nativeVerifyEd25519: VerifyEd25519 = ({ publicKey, message, signature }) => {
  const der = Buffer.concat([SPKI, publicKey]);
  return verify(
    null,
    message,
    createPublicKey({ key: der, format: "der", type: "spki" }),
    signature,
  );
};

export type SampleSigner = { key: VerificationKey; sign: (message: Uint8Array) => Uint8Array };

/** A key pair that follows from its name; for vectors only, its private key is public knowledge. */
export function sampleSigner(
  name: string,
  kind: "ed25519" | "cosignature",
  secret = name,
): SampleSigner {
  const seed = sha256(new TextEncoder().encode(`suzheng sample key ${secret}`));
  const der = Buffer.concat([PKCS8, seed]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const publicKey = rawPublicKey(privateKey);
  return {
    key: verificationKey(sha256, { name, type: SIGNATURE_TYPE[kind], publicKey }),
    sign: (message) => Uint8Array.from(sign(null, message, privateKey)),
  };
}

const rawPublicKey = (privateKey: KeyObject): Uint8Array =>
  Uint8Array.from(
    createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(SPKI.length),
  );
