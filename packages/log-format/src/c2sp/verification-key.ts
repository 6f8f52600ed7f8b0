import { bytesEqual, concatBytes, type Sha256 } from "@suzheng/merkle";
import { fromBase64, toBase64, toHex } from "../base64.ts";
import { malformed, type Parsed, parsing } from "../parsed.ts";

/**
 * Signature types of C2SP signed-note. `other` begins an identifier of one's own (say, an SM2
 * line).
 */
export const SIGNATURE_TYPE = { ed25519: 0x01, cosignature: 0x04, other: 0xff } as const;

/** A key that checks signatures, as `name+hex(key id)+base64(type ‖ key)` writes it. */
export type VerificationKey = {
  name: string;
  /** 4 bytes. */
  keyId: Uint8Array;
  type: number;
  publicKey: Uint8Array;
};

/** Not empty, no Unicode space, no plus sign: C2SP signed-note. */
export const isKeyName = (name: string): boolean =>
  name.isWellFormed() && /^[^\p{White_Space}+\p{Cc}]+$/u.test(name);

/** First 4 bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key). */
export function verificationKey(
  sha256: Sha256,
  { name, type, publicKey }: Omit<VerificationKey, "keyId">,
): VerificationKey {
  if (!isKeyName(name)) throw new Error(`\`${name}\` cannot name a key`);
  const preimage = concatBytes([
    new TextEncoder().encode(`${name}\n`),
    new Uint8Array([type]),
    publicKey,
  ]);
  return { name, type, publicKey, keyId: sha256(preimage).slice(0, 4) };
}

export const formatVkey = ({ name, keyId, type, publicKey }: VerificationKey): string =>
  `${name}+${toHex(keyId)}+${toBase64(concatBytes([new Uint8Array([type]), publicKey]))}`;

/**
 * Strict; the key id has to follow from name and key. Ed25519 keys (types 01, 04) have 32 bytes.
 */
export function parseVkey(sha256: Sha256, text: string): Parsed<VerificationKey> {
  return parsing(() => {
    const bad = (zh: string, en: string): never =>
      malformed({ zh: `验证密钥 \`${text}\` ${zh}`, en: `verification key \`${text}\` ${en}` });
    const [name = "", id = "", ...rest] = text.split("+");
    // Base64 may contain plus signs, a name never does.
    const typed = fromBase64(rest.join("+"));
    if (!isKeyName(name) || !/^[0-9a-f]{8}$/.test(id) || typed === null || typed.length < 2) {
      return bad("格式不对", "is not of the form name+id+key");
    }
    const key = verificationKey(sha256, {
      name,
      type: typed[0] as number, // length checked above
      publicKey: typed.slice(1),
    });
    if (toHex(key.keyId) !== id) return bad("的编号与密钥不符", "has an id that is not its key's");
    const isEd25519 =
      key.type === SIGNATURE_TYPE.ed25519 || key.type === SIGNATURE_TYPE.cosignature;
    if (isEd25519 && key.publicKey.length !== 32) return bad("长度不对", "is not of 32 bytes");
    return key;
  });
}

export const isSameKeyId = (left: Uint8Array, right: Uint8Array): boolean =>
  bytesEqual(left, right);
