import assert from "node:assert/strict";
import { test } from "node:test";
import type { Verification } from "@suzheng/verifier";
import { provenStatus, provenStatusLine } from "./proven-status.ts";

const NUMBER = "99926Q00001R0S";
const STREAM = `certificate/${NUMBER}`;

const report = (status: string, effectiveOn: string, type = "CertificateReported") => ({
  index: 0,
  entry: {
    stream: STREAM,
    type,
    schema: 1,
    occurredOn: effectiveOn,
    recordedAt: `${effectiveOn}T01:00:00.000Z`,
    data: { number: NUMBER, status, effectiveOn, issuedOn: "2026-01-05", validUntil: "2029-01-04" },
  },
});

function lineOf(events: ReturnType<typeof report>[], notedAt = "2026-11-22T19:07:00.000Z"): string {
  const given = {
    subject: { kind: "certificate", number: NUMBER },
    provableUpTo: { notedAt, cosignedAt: null },
    streams: [{ log: "CNCA-R-2099-001", stream: STREAM, events }],
  } as unknown as Verification;
  const status = provenStatus(given);
  assert.ok(status !== null);
  return provenStatusLine(status);
}

const issued = report("valid", "2026-01-05");
const ENDS = {
  valid: ["有效", "valid since 2026-01-05"],
  suspended: ["暂停", "suspended since 2026-08-01"],
  withdrawn: ["撤销", "withdrawn since 2026-08-01"],
  cancelled: ["注销", "cancelled since 2026-08-01"],
} as const;
for (const [status, [zh, en]] of Object.entries(ENDS)) {
  test(`a proven history that ends with ${status} says so, on the day in China`, () => {
    const line = lineOf([issued, report(status, "2026-08-01")]);
    assert.ok(line.startsWith(`截至 2026-11-23：${zh}，自 `), line);
    assert.ok(line.endsWith(en), line);
  });
}

test("a certificate has expired by the day of the proof though nobody reported it", () => {
  assert.match(lineOf([issued], "2029-01-04T16:00:00.000Z"), /过期，自 2029-01-05 起/);
});

test("without a record it is said that there is none", () => {
  assert.match(lineOf([]), /没有记录 .*: no record$/);
});

test("an act that is not understood leaves the status open, never valid", () => {
  assert.match(lineOf([issued, report("valid", "2026-08-01", "CertificateSold")]), /不能判断/);
});
