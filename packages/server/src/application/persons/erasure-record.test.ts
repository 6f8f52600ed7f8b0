import assert from "node:assert/strict";
import { test } from "node:test";
import { type ErasureRecord, erasureRecordText, readErasureRecord } from "./erasure-record.ts";

const RECORD: ErasureRecord = {
  format: "suzheng-erasure/1",
  institution: "CNCA-R-2026-901",
  erasedAt: "2026-11-22T04:00:00.000Z",
  commitments: ["A".repeat(43), "_-".repeat(21).concat("b")],
};

test("the record of an erasure is read as it was written", () => {
  assert.deepEqual(readErasureRecord(erasureRecordText(RECORD)), RECORD);
});

const others: Record<string, string> = {
  "no JSON": "erased",
  "no object": "null",
  "another format": JSON.stringify({ ...RECORD, format: "suzheng-erasure/2" }),
  "no institution": JSON.stringify({ ...RECORD, institution: 1 }),
  "a name in place of a commitment": JSON.stringify({ ...RECORD, commitments: ["程样例"] }),
};
for (const [what, text] of Object.entries(others)) {
  test(`${what} is not the record of an erasure`, () => {
    assert.equal(readErasureRecord(text), null);
  });
}
