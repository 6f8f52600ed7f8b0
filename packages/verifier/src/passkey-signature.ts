import { p256 } from "@noble/curves/nist.js";
import {
  fromBase64Url,
  type LocalText,
  type VerifyEd25519,
  verifyEd25519,
} from "@suzheng/log-format";
import { bytesEqual, concatBytes, type Sha256 } from "@suzheng/merkle";
import { COSE_ES256, type CoseKey, parseCoseKey } from "./cose-key.ts";
import { nobleSha256 } from "./noble-sha256.ts";

/** A person's signature over a content's hash, as evidence keeps it. Bytes are base64url. */
export type PasskeySignature = {
  publicKeyCose: string;
  /** COSE: -7 ES256 on P-256, -8 Ed25519. */
  algorithm: number;
  rpId: string;
  /** Where it was signed, such as `https://suzheng.example`. */
  origin: string;
  /** SHA-256 of the content: the challenge that the authenticator signed. */
  contentHash: string;
  assertion: { authenticatorData: string; clientDataJSON: string; signature: string };
};

export type PasskeySignatureReason =
  | "bytes-unreadable"
  | "key-unreadable"
  | "client-data-unreadable"
  | "algorithm-differs"
  | "not-an-assertion"
  | "other-content"
  | "other-origin"
  | "embedded-elsewhere"
  | "other-site"
  | "person-not-verified"
  | "signature-wrong";

export type PasskeySignatureCheck =
  | { outcome: "valid"; signCount: number }
  | { outcome: "invalid" | "malformed"; reason: PasskeySignatureReason; detail: LocalText };

const DETAILS: Record<PasskeySignatureReason, LocalText> = {
  "bytes-unreadable": {
    zh: "签名的某一部分不是 base64url 或长度不对",
    en: "a part of the signature is not base64url or has the wrong length",
  },
  "key-unreadable": {
    zh: "公钥不是可读的 COSE 密钥",
    en: "the public key is not a readable COSE key",
  },
  "client-data-unreadable": {
    zh: "clientDataJSON 无法读取",
    en: "clientDataJSON cannot be read",
  },
  "algorithm-differs": {
    zh: "公钥的算法与声明不同",
    en: "the key's algorithm is not the stated one",
  },
  "not-an-assertion": { zh: "这不是一次签名断言", en: "this is not an assertion" },
  "other-content": { zh: "签的是别的内容", en: "other content was signed" },
  "other-origin": { zh: "签名来自别的网站", en: "it was signed at another origin" },
  "embedded-elsewhere": {
    zh: "签名时页面嵌在别的网站中",
    en: "the page was embedded in another site while signing",
  },
  "other-site": { zh: "签名属于别的网站标识", en: "it was signed for another relying party" },
  "person-not-verified": {
    zh: "签名时未验证本人",
    en: "the authenticator did not verify the person",
  },
  "signature-wrong": { zh: "签名不符", en: "the signature does not verify" },
};

const answer = (
  outcome: "invalid" | "malformed",
  reason: PasskeySignatureReason,
): PasskeySignatureCheck => ({ outcome, reason, detail: DETAILS[reason] });

type Options = { sha256?: Sha256; verifyEd25519?: VerifyEd25519 };

/**
 * WebAuthn Level 3 §7.2, the steps that need no server, with the content's hash as the challenge.
 * Never throws for what it is given.
 */
export function verifyPasskeySignature(
  signed: PasskeySignature,
  options: Options = {},
): PasskeySignatureCheck {
  const parts = read(signed);
  if (parts === null) return answer("malformed", "bytes-unreadable");
  const key = parseCoseKey(parts.publicKey);
  if (key === null) return answer("malformed", "key-unreadable");
  if (key.algorithm !== signed.algorithm) return answer("malformed", "algorithm-differs");
  const client = readClientData(parts.clientData);
  if (client === null) return answer("malformed", "client-data-unreadable");
  const reason = refuseClientData(client, signed) ?? refuse({ parts, key, signed, options });
  if (reason !== null) return answer("invalid", reason);
  const view = new DataView(parts.authenticator.buffer, parts.authenticator.byteOffset);
  return { outcome: "valid", signCount: view.getUint32(COUNT_AT) };
}

type Parts = {
  publicKey: Uint8Array;
  authenticator: Uint8Array;
  clientData: Uint8Array;
  signature: Uint8Array;
};

/** Authenticator data, WebAuthn §6.1: hash of the rp id, flags, signature count, extensions. */
const RP_HASH_BYTES = 32;
const FLAGS_AT = 32;
const COUNT_AT = 33;
const AUTHENTICATOR_BYTES_MIN = 37;
const PRESENT_AND_VERIFIED = 0b101;

function read({ publicKeyCose, contentHash, assertion }: PasskeySignature): Parts | null {
  const publicKey = fromBase64Url(publicKeyCose);
  const authenticator = fromBase64Url(assertion.authenticatorData);
  const clientData = fromBase64Url(assertion.clientDataJSON);
  const signature = fromBase64Url(assertion.signature);
  if (publicKey === null || authenticator === null) return null;
  if (clientData === null || signature === null) return null;
  const isWhole = authenticator.length >= AUTHENTICATOR_BYTES_MIN;
  if (!isWhole || fromBase64Url(contentHash)?.length !== 32) return null;
  return { publicKey, authenticator, clientData, signature };
}

type ClientData = { type: unknown; challenge: unknown; origin: unknown; crossOrigin: unknown };

function readClientData(bytes: Uint8Array): ClientData | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { type, challenge, origin, crossOrigin } = value as Record<string, unknown>;
    return { type, challenge, origin, crossOrigin };
  } catch {
    return null; // Not JSON: an answer here, not a fault.
  }
}

function refuseClientData(
  { type, challenge, origin, crossOrigin }: ClientData,
  signed: PasskeySignature,
): PasskeySignatureReason | null {
  if (type !== "webauthn.get") return "not-an-assertion";
  if (challenge !== signed.contentHash) return "other-content";
  if (origin !== signed.origin) return "other-origin";
  return crossOrigin === undefined || crossOrigin === false ? null : "embedded-elsewhere";
}

type Checked = { parts: Parts; key: CoseKey; signed: PasskeySignature; options: Options };

function refuse({ parts, key, signed, options }: Checked): PasskeySignatureReason | null {
  const sha256 = options.sha256 ?? nobleSha256;
  const { authenticator, clientData, signature } = parts;
  const site = sha256(new TextEncoder().encode(signed.rpId));
  if (!bytesEqual(authenticator.subarray(0, RP_HASH_BYTES), site)) return "other-site";
  const flags = authenticator[FLAGS_AT] as number;
  if ((flags & PRESENT_AND_VERIFIED) !== PRESENT_AND_VERIFIED) return "person-not-verified";
  const message = concatBytes([authenticator, sha256(clientData)]);
  const isSigned =
    key.algorithm === COSE_ES256
      ? isSignedOnP256(key, signature, sha256(message))
      : (options.verifyEd25519 ?? verifyEd25519)({ publicKey: key.x, message, signature });
  return isSigned ? null : "signature-wrong";
}

const UNCOMPRESSED = Uint8Array.of(4);

/** Authenticators give DER, and S in either half of the order. */
function isSignedOnP256(
  { x, y }: { x: Uint8Array; y: Uint8Array },
  signature: Uint8Array,
  digest: Uint8Array,
): boolean {
  try {
    const publicKey = concatBytes([UNCOMPRESSED, x, y]);
    return p256.verify(signature, digest, publicKey, {
      prehash: false,
      lowS: false,
      format: "der",
    });
  } catch {
    return false; // noble throws for keys off the curve; nothing verifies under them
  }
}
