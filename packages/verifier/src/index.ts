// What a caller needs to read a verification and to pin trust, so that it imports one package.
export {
  type Bundle,
  type BundleSubject,
  type Disclosure,
  type Entry,
  encodeBundle,
  type Judged,
  type LocalText,
  type Parsed,
  parseBundle,
  parseTlogPolicy,
  parseTrust,
  type TlogPolicy,
  type Trust,
  type VerifyEd25519,
  verifyEd25519,
} from "@suzheng/log-format";
export type { Sha256 } from "@suzheng/merkle";
export { COSE_EDDSA, COSE_ES256, type CoseKey, parseCoseKey } from "./cose-key.ts";
export { nobleSha256 } from "./noble-sha256.ts";
export {
  type PasskeySignature,
  type PasskeySignatureCheck,
  type PasskeySignatureReason,
  verifyPasskeySignature,
} from "./passkey-signature.ts";
export {
  isSigned,
  SIGNED_ACT_FORMAT,
  SIGNED_TYPES,
  type SignedActHead,
  signedActText,
} from "./signed-act.ts";
export type {
  Outcome,
  ProvableUpTo,
  Step,
  StepName,
  Verification,
  VerifiedEvent,
  VerifiedStream,
} from "./verification.ts";
export { type BundleToVerify, verificationSteps, verifyBundle } from "./verify-bundle.ts";
export {
  type TlogProofCheck,
  type TlogProofToVerify,
  verifyTlogProof,
} from "./verify-tlog-proof.ts";
