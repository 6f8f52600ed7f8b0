import { generateKeyPairSync, hash, type KeyObject, sign } from "node:crypto";
import type { PasskeySignature } from "./passkey-signature.ts";

export const RP_ID = "suzheng.example";
export const SIGNED_AT = "https://suzheng.example";
export const CONTENT_HASH = hash("sha256", "一份认证规则", "base64url");

export type Kind = "ES256" | "Ed25519";

/** What the authenticator and the browser can be made to say. */
export type Said = {
  rpId?: string;
  flags?: number;
  client?: Record<string, unknown>;
  clientText?: string;
};

const bytesOf = (jwk: string | undefined) => Buffer.from(jwk ?? "", "base64url");

/** Canonical CBOR of a COSE key. */
function coseKey(kind: Kind, key: KeyObject): Buffer {
  const { x, y } = key.export({ format: "jwk" });
  if (kind === "Ed25519") {
    return Buffer.concat([Buffer.from("a4010103272006215820", "hex"), bytesOf(x)]);
  }
  const head = Buffer.from("a5010203262001215820", "hex");
  return Buffer.concat([head, bytesOf(x), Buffer.from("225820", "hex"), bytesOf(y)]);
}

/** Signs as an authenticator and a browser do, with a fresh key. */
export function signAsPasskey(kind: Kind, said: Said = {}): PasskeySignature {
  const { publicKey, privateKey } =
    kind === "ES256"
      ? generateKeyPairSync("ec", { namedCurve: "P-256" })
      : generateKeyPairSync("ed25519");
  const authenticator = Buffer.concat([
    hash("sha256", said.rpId ?? RP_ID, "buffer"),
    Buffer.of(said.flags ?? 0b101, 0, 0, 0, 7),
  ]);
  const client = { type: "webauthn.get", challenge: CONTENT_HASH, origin: SIGNED_AT };
  const clientText =
    said.clientText ?? JSON.stringify({ ...client, crossOrigin: false, ...said.client });
  const clientData = Buffer.from(clientText);
  const message = Buffer.concat([authenticator, hash("sha256", clientData, "buffer")]);
  const signature = sign(kind === "ES256" ? "sha256" : null, message, privateKey);
  return {
    publicKeyCose: coseKey(kind, publicKey).toString("base64url"),
    algorithm: kind === "ES256" ? -7 : -8,
    rpId: RP_ID,
    origin: SIGNED_AT,
    contentHash: CONTENT_HASH,
    assertion: {
      authenticatorData: authenticator.toString("base64url"),
      clientDataJSON: clientData.toString("base64url"),
      signature: signature.toString("base64url"),
    },
  };
}
