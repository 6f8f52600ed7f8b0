import { generateKeyPairSync, hash, sign } from "node:crypto";
import { COSE_ES256, type PasskeySignature } from "@suzheng/verifier";

/** A name that no site can have (RFC 2606 §2): nobody takes the signature for a person's. */
const RP_ID = "demo.invalid";
const ORIGIN = `https://${RP_ID}`;
const PRESENT_AND_VERIFIED = 0b101;
/** COSE key of P-256 for ES256, RFC 9053 §7.1: what stands before x, and between x and y. */
const BEFORE_X = Buffer.from("a5010203262001215820", "hex");
const BEFORE_Y = Buffer.from("225820", "hex");

const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const coordinate = (text: string | undefined) => Buffer.from(text ?? "", "base64url");

/** Signs as a passkey does, with a key made for this one signature: for invented acts only. */
export function signForDemo(contentHash: string): PasskeySignature {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" });
  const key = Buffer.concat([BEFORE_X, coordinate(x), BEFORE_Y, coordinate(y)]);
  const authenticator = Buffer.concat([
    hash("sha256", RP_ID, "buffer"),
    Buffer.of(PRESENT_AND_VERIFIED, 0, 0, 0, 1),
  ]);
  const client = Buffer.from(
    JSON.stringify({ type: "webauthn.get", challenge: contentHash, origin: ORIGIN }),
  );
  const message = Buffer.concat([authenticator, hash("sha256", client, "buffer")]);
  return {
    publicKeyCose: base64Url(key),
    algorithm: COSE_ES256,
    ...{ rpId: RP_ID, origin: ORIGIN, contentHash },
    assertion: {
      authenticatorData: base64Url(authenticator),
      clientDataJSON: base64Url(client),
      signature: base64Url(sign("sha256", message, privateKey)),
    },
  };
}
