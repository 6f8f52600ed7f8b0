import assert from "node:assert/strict";
import { createPublicKey, verify } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { ed25519 } from "@noble/curves/ed25519.js";
import { type Ed25519Signature, verifyEd25519 } from "./ed25519.ts";

const folder =
  process.env.SUZHENG_VECTORS ?? join(import.meta.dirname, "../../../../../shared/vectors");

type EdgeCase = { number: number; key: string; sig: string; msg: string; flags: string[] | null };

/** The cases; none, with a note, where the outside vectors are not at hand (in CI: a failure). */
function edgeCases(t: TestContext): (Ed25519Signature & { number: number; flags: string[] })[] {
  const path = join(folder, "ed25519-edge.json");
  if (!existsSync(path)) {
    assert.notEqual(process.env.CI, "true", `${path} is required in CI`);
    t.diagnostic(`NOT CHECKED: ${path} is not there; set SUZHENG_VECTORS`);
    return [];
  }
  const cases: EdgeCase[] = JSON.parse(readFileSync(path, "utf8"));
  assert.equal(cases.length, 914);
  return cases.map(({ number, key, sig, msg, flags }) => ({
    number,
    flags: flags ?? [],
    publicKey: Buffer.from(key, "hex"),
    message: Buffer.from(msg),
    signature: Buffer.from(sig, "hex"),
  }));
}

/**
 * Flags of C2SP/CCTV that have to be refused. Go refuses low_order_residue and non_canonical_R;
 * RFC 8032 §5.1.3 also non_canonical_A; noble and OpenSSL also keys or R of small order.
 */
const REFUSED = [
  ...["low_order_residue", "non_canonical_R", "non_canonical_A"],
  ...["low_order_A", "low_order_R"],
];

test("the edge cases of C2SP/CCTV are judged strictly", (t) => {
  for (const { number, flags, ...signed } of edgeCases(t)) {
    const refused = flags.some((flag) => REFUSED.includes(flag));
    assert.equal(verifyEd25519(signed), !refused, `case ${number}: ${flags.join(" ")}`);
  }
});

test("Node's native verification agrees on every edge case", (t) => {
  const prefix = Buffer.from("302a300506032b6570032100", "hex");
  for (const { number, publicKey, message, signature } of edgeCases(t)) {
    const der = Buffer.concat([prefix, publicKey]);
    const key = createPublicKey({ key: der, format: "der", type: "spki" });
    const native = verify(null, message, key, signature);
    assert.equal(verifyEd25519({ publicKey, message, signature }), native, `case ${number}`);
  }
});

const secret = new Uint8Array(32).fill(7);
const message = new TextEncoder().encode("message");
const good = {
  publicKey: ed25519.getPublicKey(secret),
  message,
  signature: ed25519.sign(message, secret),
};

test("an honest signature is accepted", () => assert.ok(verifyEd25519(good)));

test("S is below the group order", () => {
  const order = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n;
  const s = Buffer.from(good.signature.subarray(32)).reverse();
  const larger = BigInt(`0x${s.toString("hex")}`) + order;
  const bytes = Buffer.from(larger.toString(16).padStart(64, "0"), "hex").reverse();
  const signature = Buffer.concat([good.signature.subarray(0, 32), bytes]);
  assert.ok(!verifyEd25519({ ...good, signature }));
});

test("another message, key, signature or length is refused", () => {
  const flip = (bytes: Uint8Array) => bytes.map((byte, i) => (i === 3 ? byte ^ 1 : byte));
  assert.ok(!verifyEd25519({ ...good, message: flip(message) }));
  assert.ok(!verifyEd25519({ ...good, publicKey: flip(good.publicKey) }));
  assert.ok(!verifyEd25519({ ...good, signature: flip(good.signature) }));
  assert.ok(!verifyEd25519({ ...good, signature: good.signature.subarray(1) }));
  assert.ok(!verifyEd25519({ ...good, publicKey: good.publicKey.subarray(1) }));
});
