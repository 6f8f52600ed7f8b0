import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleSigner } from "./c2sp/sample-signer.fixture.ts";
import { formatVkey } from "./c2sp/verification-key.ts";
import { sha256 } from "./node-sha256.fixture.ts";
import { encodeTrust, logOrigin, parseTrust, type Trust } from "./trust.ts";

const origin = "suzheng.example/log/directory";
const witness = (name: string) => ({
  name,
  vkey: formatVkey(sampleSigner(name, "cosignature").key),
});
const trust: Trust = {
  format: "suzheng-trust/1",
  directory: { origin, vkey: formatVkey(sampleSigner(origin).key) },
  logs: "suzheng.example/log/",
  policy: { witnesses: [witness("a.example"), witness("b.example")], quorum: 2 },
};

test("a trust file is written and read back", () => {
  assert.deepEqual(parseTrust(sha256, encodeTrust(trust)), { outcome: "parsed", value: trust });
  assert.equal(logOrigin(trust, "CNCA-R-2099-001"), "suzheng.example/log/CNCA-R-2099-001");
});

const { directory, policy } = trust;
const [a, b] = policy.witnesses as [ReturnType<typeof witness>, ReturnType<typeof witness>];

const MALFORMED: { name: string; change: object }[] = [
  { name: "another format", change: { format: "suzheng-trust/2" } },
  { name: "an unknown field", change: { more: 1 } },
  { name: "a bad key", change: { directory: { origin, vkey: `${directory.vkey}A` } } },
  { name: "a witness key for the directory", change: { directory: { origin, vkey: a.vkey } } },
  {
    name: "a log key for a witness",
    change: { policy: { witnesses: [{ ...a, vkey: directory.vkey }], quorum: 1 } },
  },
  { name: "a quorum out of reach", change: { policy: { ...policy, quorum: 3 } } },
  { name: "a quorum below zero", change: { policy: { ...policy, quorum: -1 } } },
  {
    name: "a name twice",
    change: { policy: { witnesses: [a, { ...b, name: a.name }], quorum: 1 } },
  },
  { name: "a key twice", change: { policy: { witnesses: [a, { ...a, name: "c" }], quorum: 1 } } },
];

for (const { name, change } of MALFORMED) {
  test(`a trust file with ${name} is malformed`, () => {
    const text = JSON.stringify({ ...trust, ...change });
    assert.equal(parseTrust(sha256, text).outcome, "malformed");
  });
}

test("something else is malformed", () => {
  assert.equal(parseTrust(sha256, "").outcome, "malformed");
  assert.equal(parseTrust(sha256, "null").outcome, "malformed");
});
