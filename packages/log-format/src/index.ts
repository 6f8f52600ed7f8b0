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
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from "./c2sp/checkpoint.ts";
export { type Cosignature, cosign, cosignedMessage, parseCosignature } from "./c2sp/cosignature.ts";
export { type Ed25519Signature, type VerifyEd25519, verifyEd25519 } from "./c2sp/ed25519.ts";
export {
  formatNote,
  formatSignatureLine,
  NOTE_BYTES_MAX,
  type NoteSignature,
  parseNote,
  parseSignatureLine,
  type SignedNote,
  signNote,
} from "./c2sp/note.ts";
export {
  parseTlogPolicy,
  type Quorum,
  quorumReached,
  type TlogPolicy,
} from "./c2sp/tlog-policy.ts";
export { formatTlogProof, parseTlogProof, type TlogProof } from "./c2sp/tlog-proof.ts";
export {
  formatVkey,
  isKeyName,
  parseVkey,
  SIGNATURE_TYPE,
  type VerificationKey,
  verificationKey,
} from "./c2sp/verification-key.ts";
export { type NoteCheck, type VerifiedSignature, verifyNote } from "./c2sp/verify-note.ts";
export {
  canonicalJson,
  JSON_DEPTH_MAX,
  type JsonValue,
  NotEncodable,
  type NotEncodableCode,
} from "./canonical-json.ts";
export {
  commit,
  commitmentOf,
  type Disclosure,
  opensCommitment,
  SALT_BYTES,
} from "./commitment.ts";
export {
  DIRECTORY_FORMAT,
  type DirectoryEntry,
  encodeDirectoryEntry,
  type LogNote,
  logNoteValue,
  parseDirectoryEntry,
} from "./directory.ts";
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
export { type LocalText, malformed, type Parsed, parsedPart, parsing } from "./parsed.ts";
export { encodeTrust, logOrigin, parseTrust, TRUST_FORMAT, type Trust } from "./trust.ts";
