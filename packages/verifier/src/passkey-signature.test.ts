import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { type PasskeySignature, verifyPasskeySignature } from "./passkey-signature.ts";
import { type Kind, type Said, signAsPasskey } from "./software-passkey.fixture.ts";

const KINDS: readonly Kind[] = ["ES256", "Ed25519"];
const OTHER_HASH = hash("sha256", "another", "base64url");

const codeOf = (signed: PasskeySignature): string => {
  const check = verifyPasskeySignature(signed);
  return check.outcome === "valid" ? "valid" : `${check.outcome}: ${check.reason}`;
};

/** One byte of a base64url text changed. */
function damaged(text: string, at = 10): string {
  const bytes = Buffer.from(text, "base64url");
  bytes[at] = (bytes[at] as number) ^ 1;
  return bytes.toString("base64url");
}

const inAssertion = (signed: PasskeySignature, change: Partial<PasskeySignature["assertion"]>) => ({
  ...signed,
  assertion: { ...signed.assertion, ...change },
});

for (const kind of KINDS) {
  test(`a ${kind} passkey's signature over the content is valid`, () => {
    const check = verifyPasskeySignature(signAsPasskey(kind));
    assert.deepEqual(check, { outcome: "valid", signCount: 7 });
  });
}

const SAID: [expected: string, said: Said][] = [
  ["invalid: not-an-assertion", { client: { type: "webauthn.create" } }],
  ["invalid: other-content", { client: { challenge: OTHER_HASH } }],
  ["invalid: other-origin", { client: { origin: "https://suzheng.example.evil.example" } }],
  ["invalid: embedded-elsewhere", { client: { crossOrigin: true } }],
  ["invalid: other-site", { rpId: "evil.example" }],
  ["invalid: person-not-verified", { flags: 0b001 }],
  ["invalid: person-not-verified", { flags: 0b100 }],
  ["malformed: client-data-unreadable", { clientText: "{" }],
  ["malformed: client-data-unreadable", { clientText: "null" }],
  ["valid", { client: { crossOrigin: undefined } }],
  ["valid", { flags: 0b1101, client: { other_keys_can_be_added_here: "x" } }],
];

for (const [expected, said] of SAID) {
  test(`what was signed with ${JSON.stringify(said)} is ${expected}`, () => {
    for (const kind of KINDS) assert.equal(codeOf(signAsPasskey(kind, said)), expected, kind);
  });
}

type Change = (signed: PasskeySignature) => PasskeySignature;
const CHANGES: [name: string, expected: string, change: Change][] = [
  ["another content", "invalid: other-content", (s) => ({ ...s, contentHash: OTHER_HASH })],
  ["another site", "invalid: other-site", (s) => ({ ...s, rpId: "other.example" })],
  ["another origin", "invalid: other-origin", (s) => ({ ...s, origin: "http://suzheng.example" })],
  [
    "another person's key",
    "invalid: signature-wrong",
    (s) => ({
      ...s,
      publicKeyCose: signAsPasskey(s.algorithm === -7 ? "ES256" : "Ed25519").publicKeyCose,
    }),
  ],
  [
    "a changed signature",
    "invalid: signature-wrong",
    (s) => inAssertion(s, { signature: damaged(s.assertion.signature) }),
  ],
  [
    "a changed count",
    "invalid: signature-wrong",
    (s) => inAssertion(s, { authenticatorData: damaged(s.assertion.authenticatorData, 36) }),
  ],
  [
    "half the authenticator's data",
    "malformed: bytes-unreadable",
    (s) => inAssertion(s, { authenticatorData: s.assertion.authenticatorData.slice(0, 40) }),
  ],
  ["a short hash", "malformed: bytes-unreadable", (s) => ({ ...s, contentHash: "AAAA" })],
  ["padding", "malformed: bytes-unreadable", (s) => inAssertion(s, { signature: "AA==" })],
  ["no signature", "invalid: signature-wrong", (s) => inAssertion(s, { signature: "" })],
  ["another algorithm", "malformed: algorithm-differs", (s) => ({ ...s, algorithm: -257 })],
  [
    "a key with something behind it",
    "malformed: key-unreadable",
    (s) => ({
      ...s,
      publicKeyCose: Buffer.concat([
        Buffer.from(s.publicKeyCose, "base64url"),
        Buffer.of(0),
      ]).toString("base64url"),
    }),
  ],
];

for (const [name, expected, change] of CHANGES) {
  test(`${name} makes a signature ${expected}`, () => {
    for (const kind of KINDS) assert.equal(codeOf(change(signAsPasskey(kind))), expected, kind);
  });
}

test("a point off the curve verifies nothing", () => {
  const signed = signAsPasskey("ES256");
  const key = Buffer.from(signed.publicKeyCose, "base64url");
  key.fill(1, key.length - 32);
  assert.equal(
    codeOf({ ...signed, publicKeyCose: key.toString("base64url") }),
    "invalid: signature-wrong",
  );
});

test("no bytes make the verifier throw or say valid", () => {
  const signed = signAsPasskey("ES256");
  const bytes = fc.uint8Array({ maxLength: 90 }).map((b) => Buffer.from(b).toString("base64url"));
  const field = fc.constantFrom(
    "publicKeyCose",
    "authenticatorData",
    "clientDataJSON",
    "signature",
  );
  fc.assert(
    fc.property(field, bytes, (name, value) => {
      const changed =
        name === "publicKeyCose"
          ? { ...signed, publicKeyCose: value }
          : inAssertion(signed, { [name]: value });
      assert.notEqual(verifyPasskeySignature(changed).outcome, "valid");
    }),
  );
});
