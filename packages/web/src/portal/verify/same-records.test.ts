import assert from "node:assert/strict";
import { test } from "node:test";
import { sameRecords } from "./same-records.ts";

const number = "99926Q00001R0S";
const stream = `certificate/${number}`;
const institution = "CNCA-R-2099-001";
const hash = (fill: number) => Buffer.alloc(32, fill);

const record = (index: number) => ({
  log: institution,
  stream,
  index,
  leafHash: hash(index).toString("base64url"),
});
const act = (index: number, leafHash = hash(index).toString("hex")) => ({
  stream,
  log: { institution, index, leafHash },
});
const proven = { number, records: [record(3), record(9)] };

test("a page that shows the proven records agrees, whatever the spelling of the hashes", () => {
  assert.equal(sameRecords({ number, acts: [act(9), act(3)] }, proven), "same");
});

test("a proof of another certificate proves nothing about this one", () => {
  const shown = { number: "99926Q00002R0S", acts: [act(9), act(3)] };
  assert.equal(sameRecords(shown, proven), "other-subject");
});

test("a page that leaves out a proven record differs", () => {
  assert.equal(sameRecords({ number, acts: [act(3)] }, proven), "other-records");
});

test("a page whose record has another content differs", () => {
  const altered = act(9, hash(1).toString("hex"));
  assert.equal(sameRecords({ number, acts: [altered, act(3)] }, proven), "other-records");
});

test("a page with a record that the proof should have but lacks differs", () => {
  const shown = { number, acts: [act(9), act(5), act(3)] };
  assert.equal(sameRecords(shown, proven), "other-records");
});

test("a record newer than the proof is not the proof's matter", () => {
  assert.equal(sameRecords({ number, acts: [act(12), act(9), act(3)] }, proven), "same");
});
