import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toBase64 } from "../base64.ts";
import { sha256 } from "../node-sha256.fixture.ts";
import { verifyEd25519 } from "./ed25519.ts";
import { formatNote, parseNote, parseSignatureLine, type SignedNote, signNote } from "./note.ts";
import { sampleSigner } from "./sample-signer.fixture.ts";
import { formatVkey, parseVkey, SIGNATURE_TYPE, verificationKey } from "./verification-key.ts";
import { verifyNote } from "./verify-note.ts";

const signer = sampleSigner("suzheng.example/log/directory");
const stranger = sampleSigner("stranger.example");
const source = signNote("first line\n\nthird line\n", signer);

function read(text: string): SignedNote {
  const note = parseNote(text);
  assert.ok(note.outcome === "parsed", text);
  return note.value;
}

// The worked example of golang.org/x/mod/sumdb/note, which C2SP signed-note grew out of.
const PETER_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const PETER_NOTE =
  "If you think cryptography is the answer to your problem,\n" +
  "then you don't know what your problem is.\n" +
  "\n" +
  "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

test("the published example note verifies with its published key", () => {
  const key = parseVkey(sha256, PETER_KEY);
  assert.ok(key.outcome === "parsed");
  assert.equal(formatVkey(key.value), PETER_KEY);
  const check = verifyNote(read(PETER_NOTE), [key.value]);
  assert.ok(check.outcome === "valid");
  assert.equal(check.signatures.length, 1);
  const forged = read(PETER_NOTE.replace("answer", "Answer"));
  assert.deepEqual(verifyNote(forged, [key.value]), { outcome: "invalid", name: "PeterNeumann" });
});

test("a note is split at its last empty line", () => {
  assert.equal(read(source).text, "first line\n\nthird line\n");
  assert.equal(formatNote(read(source)), source);
});

test("an unknown signature is ignored, a bad one by a known key refuses the note", () => {
  const note = read(source);
  assert.deepEqual(verifyNote(note, [stranger.key]), { outcome: "valid", signatures: [] });
  const changed = { ...note, text: "another text\n" };
  assert.equal(verifyNote(changed, [signer.key]).outcome, "invalid");
  assert.equal(verifyNote(changed, [stranger.key]).outcome, "valid");
});

test("a key of the same name and another id does not match", () => {
  const other = sampleSigner("other");
  const { type, publicKey } = other.key;
  const sameName = verificationKey(sha256, { name: signer.key.name, type, publicKey });
  assert.deepEqual(verifyNote(read(source), [sameName]), { outcome: "valid", signatures: [] });
});

test("a second signature line by one key counts for nothing", () => {
  const note = read(source);
  const twice = { ...note, signatures: [...note.signatures, ...note.signatures] };
  const check = verifyNote(twice, [signer.key]);
  assert.ok(check.outcome === "valid" && check.signatures.length === 1);
});

test("a line of a private signature type stands beside and is ignored", () => {
  const type = SIGNATURE_TYPE.other;
  const publicKey = new TextEncoder().encode("sm2.example/v1 and a key");
  const sm2 = verificationKey(sha256, { name: "suzheng.example/sm2", type, publicKey });
  const note = read(source);
  const line = { name: sm2.name, keyId: sm2.keyId, bytes: new Uint8Array(70) };
  const both = read(formatNote({ ...note, signatures: [line, ...note.signatures] }));
  const check = verifyNote(both, [sm2, signer.key]);
  assert.ok(check.outcome === "valid");
  assert.deepEqual(
    check.signatures.map(({ key }) => key.name),
    [signer.key.name],
  );
});

const line = source.slice(source.indexOf("\u2014"));
const MALFORMED: { name: string; text: string }[] = [
  { name: "without signatures", text: "text\n" },
  { name: "without text", text: `\n${line}` },
  { name: "with nothing after the empty line", text: "text\n\n" },
  { name: "without a final newline", text: source.slice(0, -1) },
  { name: "with a carriage return", text: source.replace("first", "first\r") },
  { name: "with a tab", text: source.replace("first line", "first\tline") },
  { name: "with half a character", text: source.replace("first", "\ud83d") },
  { name: "with a hyphen for the dash", text: source.replace("\u2014", "-") },
  { name: "with two spaces in the line", text: source.replace("\u2014 ", "\u2014  ") },
  { name: "with a plus sign in the name", text: source.replace("\u2014 s", "\u2014 +s") },
  { name: "with a third word", text: source.replace(/\n$/, " x\n") },
  {
    name: "with a signature of four bytes",
    text: `text\n\n\u2014 x ${toBase64(new Uint8Array(4))}\n`,
  },
  { name: "with stray bits in base64", text: "text\n\n\u2014 x AAAAAAB=\n" },
  { name: "with over 100 lines", text: `text\n\n${line.repeat(101)}` },
  { name: "over the size limit", text: "x".repeat(1_000_001) + source },
];

for (const { name, text } of MALFORMED) {
  test(`a note ${name} is malformed`, () => assert.equal(parseNote(text).outcome, "malformed"));
}

test("one hundred signatures are accepted", () => {
  assert.equal(read(`text\n\n${line.repeat(100)}`).signatures.length, 100);
});

test("no text makes the parser throw, and what it takes it writes back", () => {
  const pieces = fc.constantFrom(
    "text",
    "\n",
    "\n\n",
    "\u2014 ",
    "name",
    " ",
    line,
    "AAAAAAA=",
    "\0",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const note = parseNote(text);
      if (note.outcome === "parsed") assert.equal(formatNote(note.value), text);
    }),
  );
});

test("a signature line alone is read as witnesses answer it", () => {
  const parsed = parseSignatureLine(line.trimEnd());
  assert.ok(parsed.outcome === "parsed");
  const { text } = read(source);
  const message = new TextEncoder().encode(text);
  const signature = parsed.value.bytes;
  assert.ok(verifyEd25519({ publicKey: signer.key.publicKey, message, signature }));
  assert.equal(parseSignatureLine(line).outcome, "malformed");
});

const VKEYS = [
  PETER_KEY.replace("c74f20a3", "c74f20a4"),
  PETER_KEY.replace("c74f20a3", "C74F20A3"),
  PETER_KEY.replace("Peter", "Pete"),
  PETER_KEY.replace("Neumann", " Neumann"),
  PETER_KEY.slice(0, -4),
  "PeterNeumann+c74f20a3",
  "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  "",
];

for (const vkey of VKEYS) {
  test(`\`${vkey}\` is no verification key`, () => {
    assert.equal(parseVkey(sha256, vkey).outcome, "malformed");
  });
}
