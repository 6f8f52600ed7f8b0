import assert from "node:assert/strict";
import { test } from "node:test";
import { kindOf, readBundle, readTrust } from "./read-bundle.ts";

const entry = JSON.stringify({
  type: "CertificateReported",
  occurredOn: "2026-01-05",
  recordedAt: "2026-02-03T01:00:00.000Z",
  data: { status: "valid" },
});
const bundle = JSON.stringify({
  format: "suzheng-proof/1",
  subject: { kind: "certificate", institution: "CNCA-R-2099-999", number: "99926Q00001R0S" },
  logs: [
    {
      note: { log: "CNCA-R-2099-001" },
      streams: [
        {
          stream: "certificate/99926Q00001R0S",
          events: [
            { index: 3, entry },
            { index: 9, entry },
          ],
        },
      ],
    },
  ],
});

test("the history of a proof is read newest first", () => {
  const { number, streams } = readBundle(bundle);
  assert.equal(number, "99926Q00001R0S");
  assert.deepEqual(
    streams[0]?.events.map((event) => event.index),
    [9, 3],
  );
  assert.equal(streams[0]?.log, "CNCA-R-2099-001");
  assert.equal(streams[0]?.events[0]?.occurredOn, "2026-01-05");
});

test("a damaged file shows an empty history and never fails", () => {
  const damaged = ["", "[]", "{", '{"logs":[{"streams":[{"events":[{"entry":"{"}]}]}]}', "null"];
  for (const text of damaged) assert.equal(readBundle(text).number, null);
});

test("a proof and a trust list are told apart by their format", () => {
  assert.equal(kindOf(bundle), "proof");
  assert.equal(kindOf('{"format":"suzheng-trust/1"}'), "trust");
  assert.equal(kindOf('{"format":"other"}'), "unknown");
  assert.equal(kindOf("%PDF-1.7"), "not-json");
  assert.equal(kindOf(bundle.slice(0, -40)), "cut");
});

test("the trust list names its directory, witnesses and quorum", () => {
  const text = JSON.stringify({
    directory: { origin: "trace.example/directory" },
    policy: { witnesses: [{ name: "w1" }, { name: "w2" }], quorum: 1 },
  });
  assert.deepEqual(readTrust(text), {
    origin: "trace.example/directory",
    witnesses: ["w1", "w2"],
    quorum: 1,
  });
});
