import assert from "node:assert/strict";
import { test } from "node:test";
import { formatCheckpoint, parseCheckpoint } from "./checkpoint.ts";
import { cosign, parseCosignature } from "./cosignature.ts";
import { formatNote, parseNote, signNote } from "./note.ts";
import { sampleSigner } from "./sample-signer.fixture.ts";
import { verifyNote } from "./verify-note.ts";

const root = new Uint8Array(32).fill(5);
const origin = "suzheng.example/log/directory";
const text = formatCheckpoint({ origin, size: 20_852_163, root });

test("a checkpoint is three lines", () => {
  assert.equal(text, `${origin}\n20852163\nBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU=\n`);
  const value = { origin, size: 20_852_163, root, extensions: [] };
  assert.deepEqual(parseCheckpoint(text), { outcome: "parsed", value });
});

test("lines that others add are kept", () => {
  const extended = formatCheckpoint({ origin, size: 1, root, extensions: ["a b", "c"] });
  const parsed = parseCheckpoint(extended);
  assert.ok(parsed.outcome === "parsed");
  assert.equal(formatCheckpoint(parsed.value), extended);
});

const MALFORMED = [
  text.slice(0, -1),
  text.replace("20852163", "020852163"),
  text.replace("20852163", "+20852163"),
  text.replace("20852163", "2e3"),
  text.replace("20852163", "9007199254740992"),
  text.replace("20852163", ""),
  text.replace("BQU=", "BQV="),
  text.replace("BQU=", ""),
  text.replace(origin, ""),
  `${text}\n`,
  `${text}\nx\n`,
  "",
];

for (const bad of MALFORMED) {
  test(`${JSON.stringify(bad)} is no checkpoint`, () => {
    assert.equal(parseCheckpoint(bad).outcome, "malformed");
  });
}

test("a checkpoint that could not be read is not written", () => {
  assert.throws(() => formatCheckpoint({ origin, size: 2 ** 53, root }));
  assert.throws(() => formatCheckpoint({ origin, size: 1, root: root.subarray(1) }));
  assert.throws(() => formatCheckpoint({ origin: "a\nb", size: 1, root }));
  assert.throws(() => formatCheckpoint({ origin, size: 1, root, extensions: [""] }));
});

const log = sampleSigner(origin);
const witness = sampleSigner("witness.example", "cosignature");
const timestamp = 1_795_320_000;

function cosigned(body = text): ReturnType<typeof verifyNote> {
  const note = parseNote(signNote(text, log));
  assert.ok(note.outcome === "parsed");
  const line = cosign(text, { ...witness, timestamp });
  const whole = formatNote({ ...note.value, signatures: [...note.value.signatures, line] });
  const again = parseNote(whole.replace(text, body));
  assert.ok(again.outcome === "parsed");
  return verifyNote(again.value, [witness.key]);
}

test("a cosignature holds with its time, for this checkpoint only", () => {
  const check = cosigned();
  assert.ok(check.outcome === "valid");
  assert.deepEqual(check.signatures, [{ key: witness.key, timestamp }]);
  assert.equal(cosigned(text.replace("20852163", "20852164")).outcome, "invalid");
});

test("a cosignature without a time, or with other bytes, is none", () => {
  const { bytes } = cosign(text, { ...witness, timestamp });
  assert.equal(parseCosignature(bytes)?.timestamp, timestamp);
  assert.equal(parseCosignature(bytes.subarray(1)), null);
  assert.equal(parseCosignature(new Uint8Array(72)), null);
  assert.equal(parseCosignature(bytes.map((byte, i) => (i < 8 ? 255 : byte))), null);
  assert.throws(() => cosign(text, { ...witness, timestamp: 0 }));
});
