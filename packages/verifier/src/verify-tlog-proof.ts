import {
  type LocalText,
  parseCheckpoint,
  parseNote,
  parseTlogProof,
  quorumReached,
  type SignedNote,
  type TlogPolicy,
  type TlogProof,
  type VerifyEd25519,
  verifyEd25519,
  verifyNote,
} from "@suzheng/log-format";
import { hashLeaf, type Sha256, verifyInclusion } from "@suzheng/merkle";
import type { Outcome } from "./verification.ts";

export type TlogProofToVerify = {
  /** Text of the `.tlog-proof` file. */
  proof: string;
  /** The bytes that are claimed to be logged. */
  entry: Uint8Array;
  policy: TlogPolicy;
  sha256: Sha256;
  verifyEd25519?: VerifyEd25519;
};

export type TlogProofCheck =
  | { outcome: "valid"; origin: string; index: number; size: number }
  | { outcome: Exclude<Outcome, "valid">; detail: LocalText };

/** C2SP tlog-proof under a tlog-policy: the entry is in a log that enough witnesses follow. */
export function verifyTlogProof(input: TlogProofToVerify): TlogProofCheck {
  const proof = parseTlogProof(input.proof);
  if (proof.outcome === "malformed") return proof;
  const note = parseNote(proof.value.checkpoint);
  if (note.outcome === "malformed") return note;
  const checkpoint = parseCheckpoint(note.value.text);
  if (checkpoint.outcome === "malformed") return checkpoint;

  const { origin, size, root } = checkpoint.value;
  const refusal = checkSignatures(note.value, origin, input);
  if (refusal !== null) return refusal;
  return isIncluded(proof.value, { size, root }, input)
    ? { outcome: "valid", origin, index: proof.value.index, size }
    : {
        outcome: "invalid",
        detail: { zh: "该内容不在已签名的树中", en: "the entry is not in the signed tree" },
      };
}

function checkSignatures(
  note: SignedNote,
  origin: string,
  { policy, verifyEd25519: verify = verifyEd25519 }: TlogProofToVerify,
): TlogProofCheck | null {
  const logs = policy.logs.filter(({ name }) => name === origin);
  const check = verifyNote(note, [...logs, ...policy.witnesses], verify);
  if (check.outcome === "invalid") {
    return {
      outcome: "invalid",
      detail: {
        zh: `\`${check.name}\` 的签名不成立`,
        en: `the signature of \`${check.name}\` does not hold`,
      },
    };
  }
  const signers = check.signatures.map(({ key }) => key);
  if (!logs.some((log) => signers.includes(log))) {
    return {
      outcome: "could-not-check",
      detail: {
        zh: `\`${origin}\` 不是受信任的日志，或缺少其签名`,
        en: `\`${origin}\` is not a trusted log, or its signature is missing`,
      },
    };
  }
  if (quorumReached(policy.quorum, signers)) return null;
  return {
    outcome: "could-not-check",
    detail: { zh: "见证方联署不足", en: "not cosigned by enough witnesses" },
  };
}

function isIncluded(
  { index, inclusion }: TlogProof,
  { size, root }: { size: number; root: Uint8Array },
  { sha256, entry }: TlogProofToVerify,
): boolean {
  const leafHash = hashLeaf(sha256, entry);
  return verifyInclusion(sha256, { index, size, leafHash, proof: inclusion, root });
}
