export { fromBase64, fromBase64Url, toBase64, toBase64Url, toHex } from "./base64.ts";
export {
  BUNDLE_CHARACTERS_MAX,
  BUNDLE_FORMAT,
  type Bundle,
  type BundleDisclosure,
  type BundleLog,
  type BundleStream,
  type BundleSubject,
  certificateStream,
  encodeBundle,
  type ProvenEntry,
  parseBundle,
  ruleStream,
} from "./bundle.ts";
export {
  canonicalJson,
  JSON_DEPTH_MAX,
  type JsonValue,
  NotEncodable,
  type NotEncodableCode,
} from "./canonical-json.ts";
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from "./checkpoint.ts";
export {
  commit,
  commitmentOf,
  type Disclosure,
  opensCommitment,
  SALT_BYTES,
} from "./commitment.ts";
export { type Cosignature, cosign, cosignedMessage, parseCosignature } from "./cosignature.ts";
export {
  DIRECTORY_FORMAT,
  type DirectoryEntry,
  encodeDirectoryEntry,
  type LogNote,
  logNoteValue,
  parseDirectoryEntry,
} from "./directory.ts";
export { type Ed25519Signature, type VerifyEd25519, verifyEd25519 } from "./ed25519.ts";
export {
  ENTRY_FORMAT,
  type Entry,
  type EntryBody,
  type EntryHead,
  encodeBody,
  encodeEntry,
  type Judged,
  joinEntry,
  parseEntry,
  type VerdictOutcome,
} from "./entry.ts";
export {
  hashFromJson,
  type MapProofJson,
  mapProofFromJson,
  mapProofToJson,
} from "./map-proof-json.ts";
export {
  formatNote,
  formatSignatureLine,
  NOTE_BYTES_MAX,
  type NoteSignature,
  parseNote,
  parseSignatureLine,
  type SignedNote,
  signNote,
} from "./note.ts";
export { type LocalText, malformed, type Parsed, parsedPart, parsing } from "./parsed.ts";
export {
  parseTlogPolicy,
  type Quorum,
  quorumReached,
  type TlogPolicy,
} from "./tlog-policy.ts";
export { formatTlogProof, parseTlogProof, type TlogProof } from "./tlog-proof.ts";
export { encodeTrust, logOrigin, parseTrust, TRUST_FORMAT, type Trust } from "./trust.ts";
export {
  formatVkey,
  isKeyName,
  parseVkey,
  SIGNATURE_TYPE,
  type VerificationKey,
  verificationKey,
} from "./verification-key.ts";
export { type NoteCheck, type VerifiedSignature, verifyNote } from "./verify-note.ts";
