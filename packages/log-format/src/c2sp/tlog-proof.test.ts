import assert from "node:assert/strict";
import { test } from "node:test";
import { formatTlogProof, parseTlogProof } from "./tlog-proof.ts";

const hash = new Uint8Array(32).fill(1);
const checkpoint = "origin\n2\nAAAA\n\n\u2014 origin AAAAAAAA\n";
const text = formatTlogProof({ index: 1, inclusion: [hash], checkpoint });

test("a proof is written as in C2SP tlog-proof and read back", () => {
  assert.equal(
    text,
    `c2sp.org/tlog-proof@v1\nindex 1\nAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\n\n${checkpoint}`,
  );
  const value = { index: 1, inclusion: [hash], checkpoint };
  assert.deepEqual(parseTlogProof(text), { outcome: "parsed", value });
});

test("extra content and a tree of one leaf are read back", () => {
  const proof = { extra: new Uint8Array([1, 2]), index: 0, inclusion: [], checkpoint };
  assert.deepEqual(parseTlogProof(formatTlogProof(proof)), { outcome: "parsed", value: proof });
});

const MALFORMED = [
  "",
  text.replace("@v1", "@v2"),
  text.replace("index 1", "index 01"),
  text.replace("index 1", "index -1"),
  text.replace("index 1", "index 9007199254740992"),
  text.replace("index 1\n", ""),
  text.replace("AQE=", "AQF="),
  text.replace("AQE=", ""),
  text.replace("index", "extra !\nindex"),
  text.replace("index 1", "index 1\nextra AAAA"),
  text.replaceAll("\n", "\r\n"),
  text.slice(0, text.indexOf("\n\n")),
];

for (const bad of MALFORMED) {
  test(`${JSON.stringify(bad.slice(0, 40))} is no tlog-proof`, () => {
    assert.equal(parseTlogProof(bad).outcome, "malformed");
  });
}
