import assert from "node:assert/strict";
import { test } from "node:test";
import type { LogBatch, LogTransaction } from "../application/ledger/log-store.ts";
import { planAct } from "../testing/sample-acts.ts";
import { BODY } from "../testing/test-platform.ts";
import { appendBatch } from "./append-batch.ts";

test("the time of recording is taken once the log is held, so that it follows the order", async () => {
  let isHeld = false;
  const written: LogBatch[] = [];
  const log: LogTransaction = {
    async heads([institution = ""]) {
      isHeld = true;
      return [{ institution, size: 0, frontier: new Uint8Array(), frozenBecause: null }];
    },
    requests: async () => [],
    streamHeads: async () => [],
    receipts: async () => [],
    commitments: async () => [],
    claimNumbers: async () => ({ fresh: [], ofOthers: [] }),
    releaseNumbers: async () => {},
    write: async (batches) => void written.push(...batches),
  };
  const now = () => (isHeld ? "2026-03-01T00:00:01.000Z" : "2026-03-01T00:00:00.000Z");
  const request = { institution: BODY, submitter: "test", requestId: null, acts: [planAct(1)] };
  await appendBatch(log, [request], { now, wait: true });
  assert.deepEqual(
    written.flatMap(({ acts }) => acts.map(({ recordedAt }) => recordedAt)),
    ["2026-03-01T00:00:01.000Z"],
  );
});
