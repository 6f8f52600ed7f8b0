import assert from "node:assert/strict";
import { test } from "node:test";
import type { Act } from "@suzheng/api-contract";
import { traceOn } from "./trace-on.ts";

const act = (occurredOn: string, recordedAt: string): Act => ({
  log: { institution: "CNCA-R-2099-001", index: 0, leafHash: "" },
  stream: "certificate/99925Q00001R0S",
  version: 1,
  type: "AuditPlanReported",
  occurredOn,
  recordedAt,
  cycle: 0,
  people: [],
  data: {},
  verdicts: [],
});

test("what happened and was recorded after the day is later", () => {
  const before = act("2026-01-10", "2026-11-18T01:00:00.000Z");
  const after = act("2026-01-11", "2026-11-18T01:00:00.000Z");
  assert.deepEqual(traceOn([after, before], "2026-01-10"), { upTo: [before], later: [after] });
});

test("a plan recorded by then for a day to come is part of what was known", () => {
  const plan = act("2026-02-01", "2026-01-10T15:59:59.000Z");
  const afterwards = act("2026-02-01", "2026-01-10T16:00:00.000Z");
  assert.deepEqual(traceOn([plan, afterwards], "2026-01-10"), {
    upTo: [plan],
    later: [afterwards],
  });
});
