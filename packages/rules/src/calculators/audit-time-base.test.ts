import assert from "node:assert/strict";
import { test } from "node:test";
import { auditTimeBase } from "./audit-time-base.ts";

const rows = [
  { scheme: "QMS", headcount: 1, risk: "", days: 1.5 },
  { scheme: "QMS", headcount: 5, risk: "high", days: 1.5 },
  { scheme: "QMS", headcount: 6, risk: "", days: 2 },
  { scheme: "QMS", headcount: 10700, risk: "", days: 22 },
  { scheme: "QMS", headcount: 10701, risk: "", days: null },
  { scheme: "QMS", headcount: 0, risk: "", days: null },
  { scheme: "EMS", headcount: 875, risk: "limited", days: null },
  { scheme: "EMS", headcount: 100, risk: "high", days: 11 },
  { scheme: "OHSMS", headcount: 100, risk: "low", days: 5.5 },
  { scheme: "OHSMS", headcount: 100, risk: "limited", days: null },
  { scheme: "EMS", headcount: 100, risk: "", days: null },
  { scheme: "OTHER", headcount: 100, risk: "high", days: null },
];
for (const { scheme, headcount, risk, days } of rows) {
  test(`${scheme} ${risk} with ${headcount} persons: ${days ?? "no cell"}`, () =>
    assert.equal(auditTimeBase(scheme, headcount, risk), days));
}
