import assert from "node:assert/strict";
import { test } from "node:test";
import { formatTlogProof, formatVkey, parseTlogPolicy, type TlogPolicy } from "@suzheng/log-format";
import { inclusionProof } from "@suzheng/merkle";
import { sampleSigner, sha256 } from "./node-crypto.fixture.ts";
import {
  DIRECTORY_SIGNER,
  type DirectoryState,
  signedCheckpoint,
  WITNESSES,
} from "./sample-directory.fixture.ts";
import { sampleSector } from "./sample-sector.fixture.ts";
import { verifyTlogProof } from "./verify-tlog-proof.ts";

const witnesses = WITNESSES.map(({ key }) => `witness ${key.name} ${formatVkey(key)}`);
const names = WITNESSES.map(({ key }) => key.name).join(" ");

function policyOf(...lines: string[]): TlogPolicy {
  const policy = parseTlogPolicy(sha256, `${lines.join("\n")}\n`);
  if (policy.outcome === "malformed") throw new Error(policy.detail.en);
  return policy.value;
}

const log = `log ${formatVkey(DIRECTORY_SIGNER.key)}`;
const policy = policyOf(log, ...witnesses, `group all 2 ${names}`, "quorum all");

async function proofOf(state: DirectoryState, checkpoint = signedCheckpoint(state)) {
  const inclusion = await inclusionProof(state.tree, 1);
  return formatTlogProof({ index: 1, inclusion, checkpoint });
}

const [, second, newest] = await sampleSector();
const entry = new TextEncoder().encode(second.entry);
const input = { proof: await proofOf(newest), entry, policy, sha256 };

test("an entry of the directory is proven under the policy", () => {
  const origin = DIRECTORY_SIGNER.key.name;
  assert.deepEqual(verifyTlogProof(input), { outcome: "valid", origin, index: 1, size: 3 });
});

test("another entry, or another index, is not", () => {
  const other = new TextEncoder().encode(newest.entry);
  assert.equal(verifyTlogProof({ ...input, entry: other }).outcome, "invalid");
  const moved = input.proof.replace("index 1", "index 2");
  assert.equal(verifyTlogProof({ ...input, proof: moved }).outcome, "invalid");
});

test("a bad signature by a key of the policy is invalid", () => {
  const proof = input.proof.replace(/(— \S+ \S{20})./, (_, start: string) => `${start}!`);
  assert.equal(verifyTlogProof({ ...input, proof }).outcome, "malformed");
  const grown = input.proof.replace("\n3\n", "\n4\n");
  assert.equal(verifyTlogProof({ ...input, proof: grown }).outcome, "invalid");
});

test("too few cosignatures cannot be checked, unless the policy asks for none", async () => {
  const [one] = WITNESSES;
  const proof = await proofOf(newest, signedCheckpoint(newest, { witnesses: one ? [one] : [] }));
  assert.equal(verifyTlogProof({ ...input, proof }).outcome, "could-not-check");
  const lenient = policyOf(log, "quorum none");
  assert.equal(verifyTlogProof({ ...input, proof, policy: lenient }).outcome, "valid");
});

test("an unknown log cannot be checked", async () => {
  const signer = sampleSigner("elsewhere.example/log", "ed25519");
  const checkpoint = signedCheckpoint(newest, { origin: signer.key.name, signer });
  const proof = await proofOf(newest, checkpoint);
  assert.equal(verifyTlogProof({ ...input, proof }).outcome, "could-not-check");
});

test("a log may not speak under the origin of another", async () => {
  const signer = sampleSigner("elsewhere.example/log", "ed25519");
  const both = policyOf(log, `log ${formatVkey(signer.key)}`, "quorum none");
  const proof = await proofOf(newest, signedCheckpoint(newest, { signer }));
  assert.equal(verifyTlogProof({ ...input, proof, policy: both }).outcome, "could-not-check");
});

test("what is no tlog-proof is malformed", () => {
  assert.equal(verifyTlogProof({ ...input, proof: "" }).outcome, "malformed");
  const cut = input.proof.slice(0, input.proof.indexOf("\n\n") + 2);
  assert.equal(verifyTlogProof({ ...input, proof: cut }).outcome, "malformed");
});
