import assert from "node:assert/strict";
import { test } from "node:test";
import type { LogBatch, LogTransaction } from "../application/ledger/log-store.ts";
import { planAct } from "../testing/sample-acts.ts";
import { BODY } from "../testing/test-platform.ts";
import { appendBatch } from "./append-batch.ts";

type Held = { recordedAt: string | null; onHeld?(): void; now(): string };

/** The times of what one act in a log leaves behind. */
async function timesOf({ recordedAt, onHeld, now }: Held): Promise<(string | null)[]> {
  const written: LogBatch[] = [];
  const log: LogTransaction = {
    async heads([institution = ""]) {
      onHeld?.();
      const frontier = new Uint8Array();
      return [{ institution, size: 0, frontier, frozenBecause: null, recordedAt }];
    },
    requests: async () => [],
    streamHeads: async () => [],
    receipts: async () => [],
    commitments: async () => [],
    claimNumbers: async () => ({ fresh: [], ofOthers: [] }),
    releaseNumbers: async () => {},
    write: async (batches) => void written.push(...batches),
  };
  const request = { institution: BODY, submitter: "test", requestId: null, acts: [planAct(1)] };
  await appendBatch(log, [request], { now, wait: true });
  return written.flatMap(({ acts, head }) => [...acts, head].map((one) => one.recordedAt));
}

test("the time of recording is taken once the log is held, so that it follows the order", async () => {
  let isHeld = false;
  const now = () => (isHeld ? "2026-03-01T00:00:01.000Z" : "2026-03-01T00:00:00.000Z");
  const times = await timesOf({ recordedAt: null, onHeld: () => (isHeld = true), now });
  assert.deepEqual(times, ["2026-03-01T00:00:01.000Z", "2026-03-01T00:00:01.000Z"]);
});

test("a clock that was set back does not set the log back", async () => {
  const recordedAt = "2026-03-01T00:00:05.000Z";
  const times = await timesOf({ recordedAt, now: () => "2026-03-01T00:00:00.000Z" });
  assert.deepEqual(times, [recordedAt, recordedAt]);
});
