import { cosignedMessage, parseCosignature } from "./cosignature.ts";
import { type VerifyEd25519, verifyEd25519 } from "./ed25519.ts";
import type { NoteSignature, SignedNote } from "./note.ts";
import { isSameKeyId, SIGNATURE_TYPE, type VerificationKey } from "./verification-key.ts";

/** A signature that holds; cosignatures carry the second at which they were made. */
export type VerifiedSignature = { key: VerificationKey; timestamp: number | null };

export type NoteCheck =
  | { outcome: "valid"; signatures: VerifiedSignature[] }
  /** A known key's signature does not hold: the whole note is refused, C2SP signed-note. */
  | { outcome: "invalid"; name: string };

/**
 * Signatures by these keys. A signature by an unknown key, or by a known key of a type unknown
 * here, is ignored; so a valid note may have none, and the caller says which it needs.
 */
export function verifyNote(
  note: SignedNote,
  keys: readonly VerificationKey[],
  verify: VerifyEd25519 = verifyEd25519,
): NoteCheck {
  const signatures: VerifiedSignature[] = [];
  const seen = new Set<VerificationKey>();
  for (const line of note.signatures) {
    const key = keys.find(
      ({ name, keyId }) => name === line.name && isSameKeyId(keyId, line.keyId),
    );
    if (key === undefined || seen.has(key)) continue;
    seen.add(key);
    const verdict = checkSignature(line, { key, text: note.text, verify });
    if (verdict === "bad") return { outcome: "invalid", name: key.name };
    if (verdict !== "ignored") signatures.push({ key, ...verdict });
  }
  return { outcome: "valid", signatures };
}

function checkSignature(
  { bytes }: NoteSignature,
  { key, text, verify }: { key: VerificationKey; text: string; verify: VerifyEd25519 },
): { timestamp: number | null } | "bad" | "ignored" {
  const { publicKey } = key;
  if (key.type === SIGNATURE_TYPE.ed25519) {
    const message = new TextEncoder().encode(text);
    const holds = bytes.length === 64 && verify({ publicKey, message, signature: bytes });
    return holds ? { timestamp: null } : "bad";
  }
  if (key.type === SIGNATURE_TYPE.cosignature) {
    const cosignature = parseCosignature(bytes);
    if (cosignature === null) return "bad";
    const { timestamp, signature } = cosignature;
    const message = cosignedMessage(text, timestamp);
    return verify({ publicKey, message, signature }) ? { timestamp } : "bad";
  }
  return "ignored";
}
